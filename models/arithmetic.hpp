// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

/// The arithmetic in which the equations of models/ are written, for plain doubles. A lane type of the engine
/// brings the same names for itself, so that an equation is written once and runs on one number or on
/// sixteen.
namespace clientele {

inline double fma(double a, double b, double c) { return std::fma(a, b, c); }
inline double exp2(double x) { return std::exp2(x); }
inline double log2(double x) { return std::log2(x); }
inline double sqrt(double x) { return std::sqrt(x); }
inline double min(double a, double b) { return a < b ? a : b; }
inline double max(double a, double b) { return a > b ? a : b; }
inline double select(bool condition, double yes, double no) { return condition ? yes : no; }
inline bool any(bool condition) { return condition; }

/// Utilities are kept in base 2 inside the engine: e^x = 2^(x · log2_e).
inline constexpr double log2_e = 1.4426950408889634074;

}  // namespace clientele
