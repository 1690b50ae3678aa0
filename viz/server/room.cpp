#include "viz/server/room.h"

#include <algorithm>
#include <array>
#include <random>

#include "models/lever_table.h"

namespace skillscale::server {
namespace {

constexpr std::string_view letters_told_apart = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
constexpr std::size_t token_letters = 26, most_name_letters = 30;
constexpr std::array state_names{"joined", "waiting", "running", "done", "failed"};

/// Headlines that the wall compares.
constexpr std::array gains{"origin_gain", "destination_gain", "migrant_gain", "triple_win"};

char upper(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - ('a' - 'A')) : letter;
}

bool is_same_code(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return upper(x) == upper(y); });
}

/// Bytes of UTF-8 that change how the text around them is shown: controls and changes of direction.
bool has_control(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto byte = static_cast<unsigned char>(name[at]);
    if (byte < 0x20 || byte == 0x7f) return true;
    const auto byte_at = [&](std::size_t place) {
      return place < name.size() ? static_cast<unsigned char>(name[place]) : 0U;
    };
    const auto next = byte_at(at + 1), third = byte_at(at + 2);
    if (byte == 0xc2 && next < 0xa0) return true;
    if (byte != 0xe2) continue;
    if (next == 0x80 && ((third >= 0x8b && third <= 0x8f) || (third >= 0xa8 && third <= 0xae)))
      return true;
    if (next == 0x81 && third >= 0xa0 && third <= 0xaf) return true;
  }
  return false;
}

double strength_of(const Package& package, std::size_t lever) {
  const auto chosen = package.find(lever);
  if (chosen == package.end()) return 0;
  return zone_strengths(lever)[static_cast<std::size_t>(chosen->second - 1)];
}

}  // namespace

std::string random_word(std::size_t letters) {
  std::random_device source;
  std::uniform_int_distribution<std::size_t> any(0, letters_told_apart.size() - 1);
  std::string word;
  while (word.size() < letters) word += letters_told_apart[any(source)];
  return word;
}

std::string name_problem(std::string_view name) {
  const auto letters = std::count_if(name.begin(), name.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
  });
  const bool is_blank = name.find_first_not_of(' ') == name.npos;
  if (is_blank || letters > static_cast<std::ptrdiff_t>(most_name_letters))
    return "the name of a table has 1 to " + std::to_string(most_name_letters) + " letters";
  return has_control(name) ? "the name of a table is one line of plain text" : "";
}

Room::Joined Room::join(std::string_view code, const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (!is_same_code(code, code_)) return {Join::WrongCode, ""};
  const bool is_taken = std::any_of(tables_.begin(), tables_.end(),
                                    [&](const Table& table) { return table.name == name; });
  if (is_taken) return {Join::NameTaken, ""};
  if (tables_.size() >= most_tables) return {Join::Full, ""};
  Table table;
  table.name = name;
  table.token = random_word(token_letters);
  tables_.push_back(table);
  return {Join::Done, table.token};
}

const Room::Table* Room::find(const std::string& token) const {
  const auto found = std::find_if(tables_.begin(), tables_.end(),
                                  [&](const Table& table) { return table.token == token; });
  return found == tables_.end() ? nullptr : &*found;
}

Room::Table* Room::find(const std::string& token) {
  return const_cast<Table*>(static_cast<const Room*>(this)->find(token));
}

std::optional<Room::Work> Room::submit(const std::string& token, Package package) {
  const std::lock_guard lock(mutex_);
  auto* table = find(token);
  if (table == nullptr) return std::nullopt;
  table->package = package;
  table->revision = ++last_revision_;
  table->state = State::Waiting;
  table->picture = {};
  table->problem.clear();
  return Work{token, table->revision, std::move(package)};
}

bool Room::is_wanted(const Work& work) const {
  const std::lock_guard lock(mutex_);
  const auto* table = find(work.token);
  return table != nullptr && table->revision == work.revision;
}

void Room::show(const Work& work, const Picture& picture) {
  const std::lock_guard lock(mutex_);
  auto* table = find(work.token);
  if (table == nullptr || table->revision != work.revision) return;
  if (picture.runs < table->picture.runs) return;
  table->picture = picture;
  table->state = picture.is_last ? State::Done : State::Running;
}

void Room::fail(const Work& work, const std::string& problem) {
  const std::lock_guard lock(mutex_);
  auto* table = find(work.token);
  if (table == nullptr || table->revision != work.revision) return;
  table->state = State::Failed;
  table->problem = problem;
}

void Room::reset() {
  const std::lock_guard lock(mutex_);
  tables_.clear();
  code_ = random_word(code_.size());
}

std::string Room::code() const {
  const std::lock_guard lock(mutex_);
  return code_;
}

Json Room::to_json(const Table& table, const std::string& reference) {
  Json json{{"name", table.name},
            {"state", state_names[static_cast<std::size_t>(table.state)]},
            {"runs", table.picture.runs},
            {"problem", table.problem}};
  json["levers"] = Json::object();
  for (const auto& [lever, zone] : table.package)
    json["levers"][std::string(models::lever_table[lever].name)] = zone;
  json["gains"] = Json::object();
  for (const auto& headline : table.picture.headlines) {
    if (std::find(gains.begin(), gains.end(), headline.name) == gains.end()) continue;
    for (const auto& [name, interval] : headline.difference)
      if (name == reference) json["gains"][headline.name] = interval_json(interval);
  }
  return json;
}

std::optional<Json> Room::table_json(const std::string& token) const {
  const std::lock_guard lock(mutex_);
  const auto* table = find(token);
  return table == nullptr ? std::nullopt : std::optional(to_json(*table, ""));
}

Json Room::inputs_json() const {
  Json inputs = Json::array();
  for (std::size_t lever = 0; lever < models::lever_table.size(); ++lever) {
    std::vector<double> strengths;
    for (const auto& table : tables_)
      if (table.state != State::Joined) strengths.push_back(strength_of(table.package, lever));
    std::sort(strengths.begin(), strengths.end());
    if (strengths.empty() || strengths.back() == 0) continue;
    const auto middle = strengths.size() / 2;
    const double median = strengths.size() % 2 == 1
                              ? strengths[middle]
                              : (strengths[middle - 1] + strengths[middle]) / 2;
    const auto moved = strengths.end() - std::find_if(strengths.begin(), strengths.end(),
                                                      [](double strength) { return strength > 0; });
    inputs.push_back({{"lever", models::lever_table[lever].name},
                      {"tables", moved},
                      {"least", strengths.front()},
                      {"median", median},
                      {"most", strengths.back()}});
  }
  return inputs;
}

Json Room::wall_json(const std::string& reference) const {
  const std::lock_guard lock(mutex_);
  Json wall{{"code", code_}};
  wall["tables"] = Json::array();
  for (const auto& table : tables_) wall["tables"].push_back(to_json(table, reference));
  wall["inputs"] = inputs_json();
  return wall;
}

}  // namespace skillscale::server
