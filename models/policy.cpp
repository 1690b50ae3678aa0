#include "models/policy.h"

#include <algorithm>
#include <cstdlib>

#include "models/actors.h"
#include "models/safeguards.h"
#include "models/world.h"

namespace skillscale::models {
namespace {

bool covers(const std::vector<double>& only, int position) {
  return only.empty() || position < 0 ||
         std::find(only.begin(), only.end(), position) != only.end();
}

Axis axis_of(std::string_view braced) {
  for (int a = 0; a < axis_count; ++a) {
    if (axis_word(static_cast<Axis>(a)) == braced.substr(1, braced.size() - 2))
      return static_cast<Axis>(a);
  }
  return Axis::Origin;
}

/// A lever's path is a pattern of the table, or one with a fixed word in place of an axis, as in
/// "pays.employer".
bool names(std::string_view path, const Address& address) {
  std::string_view pattern = address.decl->path;
  while (!path.empty() && !pattern.empty()) {
    const auto wanted = path.substr(0, path.find('.')),
               given = pattern.substr(0, pattern.find('.'));
    if (wanted != given) {
      if (!given.starts_with('{')) return false;
      const Axis axis = axis_of(given);
      const auto words = fixed_names(axis);
      const auto position = static_cast<std::size_t>(address.index[axis]);
      if (position >= words.size() || words[position] != wanted) return false;
    }
    path.remove_prefix(std::min(path.size(), wanted.size() + 1));
    pattern.remove_prefix(std::min(pattern.size(), given.size() + 1));
  }
  return path.empty() && pattern.empty();
}

/// The partnership's own origin, occupation and type count for coverage when the target is a
/// partnership.
Index coverage_of(const Address& address, const Parameters& p) {
  Index index = address.index;
  if (index[Axis::Partnership] >= 0) {
    const auto& partnership = p.partnerships[static_cast<std::size_t>(index[Axis::Partnership])];
    index[Axis::Origin] = static_cast<int>(partnership.origin);
    index[Axis::Occupation] = static_cast<int>(partnership.occupation);
    index[Axis::PartnershipType] = static_cast<int>(partnership.type);
  }
  return index;
}

void add_targets(const Lever& lever, const LeverAct& act, const std::vector<Address>& all,
                 Parameters& p, std::vector<LeverTarget>& targets) {
  for (const auto& address : all) {
    if (!names(act.path, address)) continue;
    const Index index = coverage_of(address, p);
    if (!covers(lever.origins, index[Axis::Origin]) ||
        !covers(lever.occupations, index[Axis::Occupation]) ||
        !covers(lever.types, index[Axis::PartnershipType])) {
      continue;
    }
    LeverTarget target{address, act.effect, *address.decl->number(p, address.index), {}, 0};
    for (const auto& other : all) {
      if (!act.gives_to.empty() && names(act.gives_to, other) &&
          other.index[Axis::PartnershipType] == address.index[Axis::PartnershipType]) {
        target.gives_to = other;
        target.gives_to_base = *other.decl->number(p, other.index);
      }
    }
    targets.push_back(target);
  }
}

double measure(const Condition& condition, const World& world) {
  const auto cells = world.tally.cells();
  if (condition.what == Condition::What::HealthDensity)
    return health_density(world, condition.position);
  if (condition.what == Condition::What::Vacancies) {
    double open = 0;
    for (std::size_t land = 0; land < land_count; ++land) {
      open +=
          static_cast<double>(cells[world.layout.at(Tally::Vacancies, condition.position, land)]);
    }
    return open;
  }
  const auto cases = static_cast<double>(cells[world.layout.at(Tally::Queue, condition.position)]);
  if (condition.what == Condition::What::BacklogCases) return cases;
  const std::size_t occupations = world.occupations();
  const double tokens =
      condition.position < occupations
          ? world.now.occupations[condition.position].recognition_tokens
          : world.now
                .origins[std::min(condition.position - occupations, world.now.origins.size() - 1)]
                .visa_tokens;
  return cases / std::max(tokens, 1.0);
}

bool holds(const Condition& condition, const World& world) {
  const double value = measure(condition, world);
  return condition.above ? value > condition.bound : value < condition.bound;
}

/// Whether a lever that does not start by the calendar alone starts this month.
bool is_triggered(const LeverState& state, const Lever& lever, const World& world) {
  if (state.condition && (world.month == 0 || !holds(*state.condition, world))) return false;
  return lever.adoption == 0 || agree_on(world, state.lever);
}

double fraction_now(LeverState& state, const Lever& lever, const World& world) {
  const Month month = world.month;
  Month start = static_cast<Month>(lever.start);
  if (state.condition || lever.adoption != 0) {
    if (state.triggered < 0 && month >= start && is_triggered(state, lever, world))
      state.triggered = month;
    if (state.triggered < 0) return 0;
    start = state.triggered;
  }
  if (month < start || month >= lever.end) return 0;
  return lever.ramp <= 0 ? 1 : std::min(1.0, (month - start + 1) / lever.ramp);
}

double changed_value(double now, LeverEffect effect, double strength) {
  switch (effect) {
    case LeverEffect::Scale:
      return now * (1 + strength);
    case LeverEffect::Shrink:
      return now / (1 + strength);
    case LeverEffect::ToOne:
      return now + strength * (1 - now);
    case LeverEffect::ToZero:
      return now * (1 - strength);
    case LeverEffect::Move:
      return now;
  }
  return now;
}

void act(const LeverTarget& target, double strength, Parameters& p) {
  double& value = *target.address.decl->number(p, target.address.index);
  if (target.effect != LeverEffect::Move) {
    value = changed_value(value, target.effect, strength);
    return;
  }
  const double moved = value * strength;
  value -= moved;
  *target.gives_to->decl->number(p, target.gives_to->index) += moved;
}

void reset(const LeverTarget& target, Parameters& p) {
  *target.address.decl->number(p, target.address.index) = target.base;
  if (target.gives_to)
    *target.gives_to->decl->number(p, target.gives_to->index) = target.gives_to_base;
}

}  // namespace

namespace {

/// A condition taken apart: function(argument) sign number unit, and nothing else.
struct ConditionText {
  std::string function, argument, unit;
  bool above = true;
  double bound = 0;
};

void skip_blanks(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
}

std::string take_while(std::string_view& rest, bool (*belongs)(char)) {
  skip_blanks(rest);
  std::size_t length = 0;
  while (length < rest.size() && belongs(rest[length])) ++length;
  std::string word(rest.substr(0, length));
  rest.remove_prefix(length);
  skip_blanks(rest);
  return word;
}

bool take(std::string_view& rest, char expected) {
  if (rest.empty() || rest.front() != expected) return false;
  rest.remove_prefix(1);
  skip_blanks(rest);
  return true;
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}
bool is_number(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+';
}

std::optional<ConditionText> take_apart(std::string_view rest) {
  ConditionText parts;
  parts.function = take_while(rest, is_name);
  if (!take(rest, '(')) return std::nullopt;
  parts.argument = take_while(rest, is_name);
  if (!take(rest, ')')) return std::nullopt;
  parts.above = take(rest, '>');
  if (!parts.above && !take(rest, '<')) return std::nullopt;
  const std::string number = take_while(rest, is_number);
  char* end = nullptr;
  parts.bound = std::strtod(number.c_str(), &end);
  if (number.empty() || *end != '\0' || !(parts.bound < 1e300)) return std::nullopt;
  parts.unit = take_while(rest, is_name);
  if (!rest.empty()) return std::nullopt;
  return parts;
}

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<std::size_t> position_in(const std::vector<std::string>& names,
                                       const std::string& name, std::string& problem) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  problem = "'" + name + "' is not known; known are:";
  for (const auto& known : names) problem += " " + known;
  return std::nullopt;
}

std::optional<Condition> backlog_condition(const ConditionText& parts, const Parameters& p,
                                           std::string& problem) {
  Condition condition{Condition::What::BacklogCases, 0, parts.above, parts.bound};
  if (is_one_of(parts.unit, {"month", "months"})) {
    condition.what = Condition::What::BacklogMonths;
  } else if (!is_one_of(parts.unit, {"", "case", "cases"})) {
    problem = "a backlog is counted in cases or months, not in '" + parts.unit + "'";
    return std::nullopt;
  }
  const auto position = position_in(dim_labels(Dim::Authority, p), parts.argument, problem);
  if (!position) return std::nullopt;
  condition.position = *position;
  const std::size_t offices_with_tokens = p.occupations.size() + p.origins.size();
  if (condition.what == Condition::What::BacklogMonths && *position >= offices_with_tokens) {
    problem = "a backlog in months is known for recognition and visa offices only";
    return std::nullopt;
  }
  return condition;
}

std::optional<Condition> density_condition(const ConditionText& parts, const Parameters& p,
                                           std::string& problem) {
  if (!parts.unit.empty()) {
    problem =
        "a density is counted in doctors, nurses and midwives per 10 000 inhabitants and has "
        "no unit";
    return std::nullopt;
  }
  const auto position =
      position_in(p.names[static_cast<std::size_t>(Axis::Origin)], parts.argument, problem);
  if (!position) return std::nullopt;
  if (p.origins[*position].health_density <= 0) {
    problem = "origins." + parts.argument + ".health_density is not given";
    return std::nullopt;
  }
  return Condition{Condition::What::HealthDensity, *position, parts.above, parts.bound};
}

std::optional<Condition> vacancy_condition(const ConditionText& parts, const Parameters& p,
                                           std::string& problem) {
  if (!is_one_of(parts.unit, {"", "post", "posts"})) {
    problem = "vacancies are counted in posts, not in '" + parts.unit + "'";
    return std::nullopt;
  }
  const auto& occupations = p.names[static_cast<std::size_t>(Axis::Occupation)];
  const auto position = position_in(occupations, parts.argument, problem);
  if (!position) return std::nullopt;
  return Condition{Condition::What::Vacancies, *position, parts.above, parts.bound};
}

}  // namespace

std::optional<Condition> parse_condition(const std::string& text, const Parameters& p,
                                         std::string& problem) {
  const auto parts = take_apart(text);
  if (!parts) {
    problem =
        "a condition is one comparison with a plain number, such as: backlog(visa.PHL) > 6 months";
    return std::nullopt;
  }
  if (parts->function == "backlog") return backlog_condition(*parts, p, problem);
  if (parts->function == "vacancies") return vacancy_condition(*parts, p, problem);
  if (parts->function == "density") return density_condition(*parts, p, problem);
  problem = "'" + parts->function + "' is not known; known are backlog, density and vacancies";
  return std::nullopt;
}

PolicyState prepare_policy(Parameters& p) {
  PolicyState state;
  if (p.levers.empty()) return state;
  const auto all = all_addresses(p);
  for (std::size_t i = 0; i < p.levers.size(); ++i) {
    const auto& lever = p.levers[i];
    if (lever.strength == 0) continue;
    const auto& row = lever_table[static_cast<std::size_t>(lever.lever)];
    LeverState one{i, {}, {}, -1, 0};
    for (const auto& act : row.acts()) add_targets(lever, act, all, p, one.targets);
    std::string problem;
    if (!lever.when.empty()) one.condition = parse_condition(lever.when, p, problem);
    state.levers.push_back(std::move(one));
  }
  return state;
}

void apply_policy(World& world) {
  auto& policy = world.policy;
  policy.changed = world.month == 0;
  for (auto& state : policy.levers) {
    const double before = state.fraction;
    state.fraction = fraction_now(state, world.now.levers[state.lever], world);
    policy.changed = policy.changed || before != state.fraction;
  }
  if (policy.changed) set_levers(world);
}

void set_levers(World& world) {
  const auto& policy = world.policy;
  for (const auto& state : policy.levers) {
    for (const auto& target : state.targets) reset(target, world.now);
  }
  for (const auto& state : policy.levers) {
    const double strength = world.now.levers[state.lever].strength * state.fraction;
    if (strength == 0) continue;
    for (const auto& target : state.targets) act(target, strength, world.now);
  }
}

}  // namespace skillscale::models
