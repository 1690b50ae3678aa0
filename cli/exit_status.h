// How the program ends; the numbers are part of its contract.
#pragma once

namespace skillscale::cli {

enum ExitStatus : int {
  Done = 0,
  Differ = 1,        ///< of `bisect`: the checkpoints differ
  WrongInput = 2,    ///< the user must change something
  NoStorage = 3,     ///< the machine cannot do it: disk, memory, a damaged file
  RunsFailed = 4,    ///< of a sweep; the others are kept
  Bug = 70,          ///< a defect of skillscale
  Interrupted = 130  ///< SIGINT or SIGTERM
};

}  // namespace skillscale::cli
