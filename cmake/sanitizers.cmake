# -DSKILLSCALE_SANITIZE=address,undefined or thread builds everything with those sanitizers.
set(SKILLSCALE_SANITIZE "" CACHE STRING "sanitizers, comma separated")
if(SKILLSCALE_SANITIZE)
  add_compile_options(-fsanitize=${SKILLSCALE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SKILLSCALE_SANITIZE})
endif()
