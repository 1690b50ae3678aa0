// Purposes of the random draws that experiments take for themselves. The numbers are frozen and lie
// above those of the model (models/purposes.h).
#pragma once

#include "sim/draw.h"

namespace skillscale::experiments::purpose {

inline constexpr auto of = [](std::uint16_t number) { return static_cast<sim::Purpose>(number); };

inline constexpr sim::Purpose uncertain_value = of(200);  ///< a parameter from its range
inline constexpr sim::Purpose particle = of(201);         ///< a particle of a posterior

// designs
inline constexpr sim::Purpose stratum = of(210);
inline constexpr sim::Purpose exchange = of(211);
inline constexpr sim::Purpose scramble = of(212);    ///< a digit of a Sobol point
inline constexpr sim::Purpose trajectory = of(213);  ///< start, order and direction of a path

// calibration
inline constexpr sim::Purpose screening = of(220);
inline constexpr sim::Purpose ancestor = of(221);
inline constexpr sim::Purpose kernel_step = of(222);
inline constexpr sim::Purpose observation_error = of(223);

// analysis
inline constexpr sim::Purpose resample = of(230);  ///< which groups of points a resample holds
inline constexpr sim::Purpose fold = of(231);      ///< where a point stands in cross-validation

}  // namespace skillscale::experiments::purpose
