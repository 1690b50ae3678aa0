// Small pieces of pictures, with what users named made safe for them.
#pragma once

#include <string>
#include <string_view>

namespace skillscale::cli::svg {

/// Letters that mean something to XML, written out.
std::string escaped(std::string_view text);

/// @param anchor  "start", "middle" or "end"
std::string label(double x, double y, std::string_view anchor, std::string_view text,
                  std::string_view more = "");
std::string line(double x1, double y1, double x2, double y2, std::string_view colour,
                 double width = 1);
/// A box from x1 to x2, in either order.
std::string bar(double x1, double x2, double y, double height, std::string_view colour);
std::string dot(double x, double y, double radius, std::string_view fill,
                std::string_view edge = "none");

/// The whole picture on white.
std::string picture(double width, double height, std::string_view title, std::string_view body);

}  // namespace skillscale::cli::svg
