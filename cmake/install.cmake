# cmake --install and the Debian package: cpack --config build/release/CPackConfig.cmake
include(GNUInstallDirs)
if(TARGET skillscale)
  install(TARGETS skillscale RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
if(TARGET skillscale_mpi)
  # Alone in its package, so that the program can be installed where no MPI is.
  install(TARGETS skillscale_mpi LIBRARY DESTINATION lib/skillscale COMPONENT mpi)
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/scenarios/library)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios/library
    DESTINATION ${CMAKE_INSTALL_DATADIR}/skillscale/scenarios FILES_MATCHING PATTERN "*.yaml")
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios/calibrations
  DESTINATION ${CMAKE_INSTALL_DATADIR}/skillscale/scenarios FILES_MATCHING PATTERN "*.yaml")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios/data
  DESTINATION ${CMAKE_INSTALL_DATADIR}/skillscale/scenarios FILES_MATCHING PATTERN "*.csv")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios/experiments
  DESTINATION ${CMAKE_INSTALL_DATADIR}/skillscale/scenarios FILES_MATCHING PATTERN "*.yaml")
if(EXISTS ${PROJECT_SOURCE_DIR}/docs/skillscale.1)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/skillscale.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME skillscale)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_CONTACT "the skillscale authors")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_NAME skillscale)
set(CPACK_DEBIAN_MPI_PACKAGE_NAME skillscale-mpi)
set(CPACK_DEBIAN_MPI_PACKAGE_DEPENDS "skillscale (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_MPI_DESCRIPTION "Engine of skillscale for many ranks, over MPI")
include(CPack)
