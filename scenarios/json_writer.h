// Writes indented JSON piece by piece.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace skillscale::scenarios {

/// Objects and arrays are opened and closed by hand; commas and indentation come by themselves.
class JsonWriter {
 public:
  JsonWriter& open_object(std::string_view key = {});
  JsonWriter& open_array(std::string_view key = {});
  JsonWriter& close();
  JsonWriter& text(std::string_view key, std::string_view value);
  JsonWriter& number(std::string_view key, double value);
  JsonWriter& truth(std::string_view key, bool value);
  /// `json` is put in as it stands.
  JsonWriter& raw(std::string_view key, std::string_view json);

  /// The whole text with a final line end. Everything opened must be closed.
  std::string take();

 private:
  void begin(std::string_view key);
  JsonWriter& open(std::string_view key, char bracket);

  std::string out_;
  std::vector<char> open_;
  bool is_first_ = true;
};

}  // namespace skillscale::scenarios
