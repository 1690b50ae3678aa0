// Rows of the parameter table: the run itself, switches, origins and their labour markets, offices
// at the origin.
#include "models/table_rows.h"

namespace skillscale::models::rows {
namespace {

using enum Confidence;
using P = Parameters;
using S = Switches;
using O = Origin;
using C = OriginOccupation;

template <auto Member>
constexpr ParameterDecl sub_model(std::string_view path, std::string_view meaning) {
  return on_off(path, true, part<&P::on, Member>, meaning);
}

constexpr ParameterDecl run_table[] = {
    whole("pool.multiplicity", "persons", {1, 1e6}, define(1), top<&P::pool_multiplicity>,
          "Persons that one pool row stands for; 1 makes everyone an agent of their own. Engaged "
          "persons are always one to one."),
    sub_model<&S::pool>("switches.pool",
                        "Candidates leave the pool by the aspiration and ability rules."),
    sub_model<&S::partnerships>(
        "switches.partnerships",
        "Partnerships of types A to D exist at all; off gives the world without them."),
    sub_model<&S::formation>("switches.formation", "New partnerships form during the run."),
    sub_model<&S::growth>(
        "switches.growth",
        "Partnerships order more seats when vacancies and applicants call for them."),
    sub_model<&S::funding_cliff>(
        "switches.funding_cliff",
        "Project money ends at the funding end and the partnership must carry its own cost."),
    sub_model<&S::dissolution>("switches.dissolution", "Partnerships may dissolve."),
    sub_model<&S::platform>("switches.platform", "The knowledge platform works."),
    sub_model<&S::diffusion>(
        "switches.diffusion",
        "Awareness and adoption spread among employers; off keeps the initial adopters."),
    sub_model<&S::domestic_market>(
        "switches.domestic_market",
        "Vacancies open and are filled at the destination; off keeps the initial vacancies."),
    sub_model<&S::origin_market>("switches.origin_market",
                                 "Graduates, attrition and job finding at the origin."),
    sub_model<&S::induced_training>("switches.induced_training",
                                    "Training at the origin answers expected migration."),
    sub_model<&S::wage_response>("switches.wage_response",
                                 "Wages at the origin answer the stock of skilled workers."),
    sub_model<&S::integration>("switches.integration",
                               "Social and economic integration evolve and act on exits."),
    sub_model<&S::retention>(
        "switches.retention",
        "Employed migrants may change employer or occupation, return or move on."),
    sub_model<&S::circular>("switches.circular", "Returned migrants may come again."),
    sub_model<&S::remittances>("switches.remittances", "Migrants send money home."),
    sub_model<&S::costs>("switches.costs", "Costs and wages are posted to the ledger."),
    sub_model<&S::matching>("switches.matching",
                            "Candidates must find a vacancy; off gives everyone a job at once."),
    sub_model<&S::family>("switches.family",
                          "Families stay behind, may join, and act on integration and exits."),
    sub_model<&S::debt>("switches.debt",
                        "Recruitment debt bears interest and is repaid from wages; off leaves the "
                        "mark of being indebted for good."),
    sub_model<&S::stock_flow>(
        "switches.stock_flow",
        "Who has searched before tries the posts that opened this month only; off lets everyone "
        "try all posts every month."),
};

constexpr Number visa_tokens = origin<&O::visa_tokens>;

constexpr ParameterDecl origin_table[] = {
    text("origins.{origin}.name", item_text<&P::origins, Axis::Origin, &O::name>,
         "Name of the country or region."),
    real("origins.{origin}.price_level", "1", {0.01, 5}, assume(0.4, 0.25, 0.7),
         origin<&O::price_level>,
         "Price level against Germany: what costs 1 EUR in Germany costs this many EUR here. Turns "
         "wages into purchasing power."),
    real("origins.{origin}.remittance_cost", "1", {0, 0.5}, assume(0.05, 0.03, 0.07),
         origin<&O::remittance_cost>, "Share of the amount sent that the transfer costs."),
    real("origins.{origin}.linguistic_distance", "1", {0, 1}, assume(0.8, 0.5, 1),
         origin<&O::linguistic_distance>,
         "Distance of the first languages from German, 0 none to 1 unrelated."),
    real("origins.{origin}.distance", "1000 km", {0, 20}, assume(5, 0.5, 12), origin<&O::distance>,
         "Distance to Germany in thousand kilometres."),
    real(
        "origins.{origin}.takes_part", "1", {0, 1}, define(1), origin<&O::takes_part>,
        "Share of their seats that partnerships with the origin can fill, and of their number that "
        "can form; 0 when the partner has left."),
    real("origins.{origin}.formation_weight", "1", {0, 100}, define(1),
         origin<&O::formation_weight>,
         "Factor on the forming of partnerships with this origin: the portfolio of partner "
         "countries."),
    real("origins.{origin}.health_density", "persons", {0, 1000}, define(0),
         origin<&O::health_density>,
         "Doctors, nurses and midwives per 10 000 inhabitants at the start; 0 when not known, and "
         "then never below the threshold."),
    real("origins.{origin}.coverage_index", "1", {0, 100}, define(100), origin<&O::coverage_index>,
         "Index of universal health coverage, 0 to 100."),
    real("origins.{origin}.tax_share", "1", {0, 0.8}, assume(0.15, 0.05, 0.3),
         origin<&O::tax_share>,
         "Share of a wage that the origin state receives as tax and contributions."),

    required(real("origins.{origin}.{occupation}.stock", "persons", {0, 1e8}, assume(0, 0, 0),
                  pair<&C::stock>,
                  "Qualified persons of the occupation at the start, employed and unemployed: the "
                  "pool of trained candidates.")),
    real("origins.{origin}.{occupation}.school_leavers", "persons", {0, 1e8}, define(0),
         pair<&C::school_leavers>,
         "Young people without the qualification who could train for it at the start: the pool for "
         "types B, C and D."),
    real("origins.{origin}.{occupation}.school_leavers_per_month", "persons/month", {0, 1e7},
         define(0), pair<&C::school_leavers_per_month>, "Young people who newly enter that pool.",
         TimeKind::Hazard),
    real("origins.{origin}.{occupation}.graduates_per_month", "persons/month", {0, 1e6}, define(0),
         pair<&C::graduates_per_month>,
         "Domestic graduates who enter the occupation, before any response to migration.",
         TimeKind::Hazard),
    real("origins.{origin}.{occupation}.unemployed_share", "1", {0, 1}, assume(0.1, 0.02, 0.3),
         pair<&C::unemployed_share>,
         "Share of the stock without a job in the occupation at the start."),
    real("origins.{origin}.{occupation}.wage", "EUR/month", {10, 20000}, assume(500, 300, 800),
         pair<&C::wage>, "Gross monthly wage in the occupation at the origin.", TimeKind::Hazard),
    real("origins.{origin}.{occupation}.attrition", "1/month", {0, 1}, assume(0.004, 0.002, 0.007),
         pair<&C::attrition>,
         "Hazard of leaving the occupation for good: retirement, other work, other destinations "
         "outside the model.",
         TimeKind::Hazard),
    real("origins.{origin}.{occupation}.separation", "1/month", {0, 1}, assume(0.01, 0.005, 0.02),
         pair<&C::separation>, "Hazard that a job at the origin ends.", TimeKind::Hazard),
    real("origins.{origin}.{occupation}.finding", "1/month", {-1, 10}, define(-1),
         pair<&C::finding>,
         "Hazard that an unemployed person finds a job at the origin; below 0 it is what keeps the "
         "unemployed share of the start against separations, attrition and graduates.",
         TimeKind::Hazard),
    real("origins.{origin}.{occupation}.wage_elasticity", "1", {0, 5},
         cite(0.35, 0.2, 0.55, Medium, "Mishra14"), pair<&C::wage_elasticity>,
         "Rise of the log wage per fall of the log stock of skilled workers."),
    real("origins.{origin}.{occupation}.training_elasticity", "1", {0, 50}, assume(0.5, 0, 2),
         pair<&C::training_elasticity>,
         "Response of domestic graduates to expected migration times the wage ratio less one. 0 "
         "means no brain gain."),
    real("origins.{origin}.{occupation}.training_lag", "months", {1, 120},
         cite(48, 36, 60, Medium, "Abarcar24"), pair<&C::training_lag>,
         "Months between the decision to train and graduation."),
    real("origins.{origin}.{occupation}.quality_dilution", "1", {0, 5}, assume(0.3, 0, 0.6),
         pair<&C::quality_dilution>, "Fall of the pass share per relative growth of enrolment."),
    real("origins.{origin}.{occupation}.training_cost", "EUR/person", {0, 1e6},
         assume(5000, 2000, 14000), pair<&C::training_cost>,
         "Public cost of training one graduate at the origin."),
    real("origins.{origin}.{occupation}.alignment", "1", {0, 1}, assume(0.3, 0.1, 0.5),
         pair<&C::alignment>,
         "How far the origin's curriculum covers the German one, 0 not at all to 1 fully."),
    real("origins.{origin}.{occupation}.competing_attraction", "1", {-20, 20}, assume(0, -1, 1),
         pair<&C::competing_attraction>,
         "Utility of moving to another destination, against 0 for staying."),

    real("origins.{origin}.{occupation}.agency_capacity_per_month", "persons/month", {0, unlimited},
         define(unlimited), pair<&C::agency_capacity>,
         "Candidates that private agencies can take up in a month.", TimeKind::Hazard),
    real("origins.{origin}.{occupation}.open_posts", "1", {0, 5}, assume(0.05, 0, 0.2),
         pair<&C::open_posts>,
         "Open posts in the occupation at the origin at the start, per filled post."),
    real("origins.{origin}.{occupation}.applicants_per_month", "persons/month", {0, 1e6}, define(0),
         pair<&C::applicants>,
         "Applicants put in from outside, for verification and thought experiments.",
         TimeKind::Hazard),

    real("authorities.visa.{origin}.tokens_per_month", "cases/month", {0, unlimited},
         assume(400, 200, 800), visa_tokens,
         "Visa cases of skilled workers and trainees that the post can decide in a month.",
         TimeKind::Hazard),
    real("authorities.visa.{origin}.background_per_month", "cases/month", {0, 1e7}, assume(0, 0, 0),
         origin<&O::visa_background>, "Cases outside the model that wait in the same queue.",
         TimeKind::Hazard),
    real("authorities.visa.{origin}.backlog", "cases", {0, 1e7}, assume(0, 0, 0),
         origin<&O::visa_backlog>, "Cases that wait at the start."),
    real("authorities.visa.{origin}.refusal", "1", {0, 1}, assume(0.05, 0.02, 0.12),
         origin<&O::visa_refusal>, "Share of decided visa cases that are refused."),
    real("authorities.language.{origin}.places", "places", {0, unlimited}, assume(2000, 500, 5000),
         origin<&O::language_places>, "Course places for German at one time, over all providers."),
};

}  // namespace

std::span<const ParameterDecl> run_rows() { return run_table; }
std::span<const ParameterDecl> origin_rows() { return origin_table; }

}  // namespace skillscale::models::rows
