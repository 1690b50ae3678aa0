#include "scenarios/json_writer.h"

#include "scenarios/json_text.h"

namespace skillscale::scenarios {

void JsonWriter::begin(std::string_view key) {
  if (open_.empty()) return;
  if (!is_first_) out_ += ",";
  out_ += "\n";
  out_.append(2 * open_.size(), ' ');
  if (open_.back() == '{') out_ += json_string(key) + ": ";
  is_first_ = false;
}

JsonWriter& JsonWriter::open(std::string_view key, char bracket) {
  begin(key);
  out_ += bracket;
  open_.push_back(bracket);
  is_first_ = true;
  return *this;
}

JsonWriter& JsonWriter::open_object(std::string_view key) { return open(key, '{'); }
JsonWriter& JsonWriter::open_array(std::string_view key) { return open(key, '['); }

JsonWriter& JsonWriter::close() {
  const char bracket = open_.back() == '{' ? '}' : ']';
  open_.pop_back();
  if (!is_first_) {
    out_ += "\n";
    out_.append(2 * open_.size(), ' ');
  }
  out_ += bracket;
  is_first_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view key, std::string_view value) {
  return raw(key, json_string(value));
}

JsonWriter& JsonWriter::number(std::string_view key, double value) {
  return raw(key, number_text(value));
}

JsonWriter& JsonWriter::truth(std::string_view key, bool value) {
  return raw(key, value ? "true" : "false");
}

JsonWriter& JsonWriter::raw(std::string_view key, std::string_view json) {
  begin(key);
  out_ += json;
  return *this;
}

std::string JsonWriter::take() { return std::move(out_) + "\n"; }

}  // namespace skillscale::scenarios
