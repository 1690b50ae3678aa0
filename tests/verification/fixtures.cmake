# Read by CTest after the tests are known by name: each of them sets up the records that the page is
# compared with.
set_tests_properties(${verification_test_TESTS} PROPERTIES FIXTURES_SETUP verification_records)
