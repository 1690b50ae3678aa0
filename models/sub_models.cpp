#include "models/sub_models.h"

namespace skillscale::models {
namespace {

constexpr SubModelRow table[] = {
    {"Pool", "models/pool.cpp",
     "Every person of the pool has a threshold T = E / f, where E is a unit exponential and f a "
     "personal lognormal factor of mean 1. The cell's cumulative hazard H(t) grows by the "
     "month's hazard; the person acts in the month in which H passes T, which gives the monthly "
     "probability 1 - exp(-f h). A row of multiplicity m holds the order statistics of m such "
     "budgets; newcomers of a coarse pool enter as such rows, too. Leaving the occupation is "
     "drawn for the whole cell as a binomial; whoever passes a threshold is still present with "
     "the share of the waiting that is present. Persons who stay or are rejected come back with "
     "a new budget and the same key.",
     "Age is not followed in the pool: candidates are exchangeable but for the personal factor, "
     "and attrition is one hazard. Those who prepare to leave are not subject to it until they "
     "give up and are back in the pool.",
     "pool. migration.heterogeneity"},
    {"Aspiration", "models/aspiration.cpp",
     "The intention stock of a cell moves by I += rho (sigma(w_A A + w_S S + w_C C) - I). "
     "Attitude A = b_w ln(wage ratio at purchasing power) - b_L L - b_D ln(distance); norm S = "
     "share of the cell's qualified persons abroad; control C = smoothed share of completions "
     "less one half. The hazard of acting is h0 I.",
     "One intention stock per origin and occupation; contacts are counted by cell, not by "
     "person.",
     "migration.hazard migration.constant_hazard migration.intention migration.weight "
     "migration.wage_effect migration.language_effect migration.distance_effect"},
    {"Choice and ability", "models/decision.cpp",
     "Who acts chooses among staying (utility 0), the open channels and another destination: V "
     "= attraction - b_c own cost / yearly wage - b_t years + b_p success, P(j) = exp(V_j / s) "
     "/ sum exp(V_l / s), by one uniform. An option whose own cost exceeds twice the person's "
     "savings is closed; above the savings it is taken on credit and the person is in debt. "
     "Satisficing is switchable.",
     "Success and waiting time are perceived per cell, not per channel; family veto is not "
     "modelled.",
     "migration.cost_effect migration.wait_effect migration.success_effect "
     "migration.choice_scale migration.satisficing migration.savings "
     "partnership_types.{partnership_type}.open partnership_types.{partnership_type}.attraction "
     "partnership_types.{partnership_type}.migrant_fee"},
    {"Admission", "models/admission.cpp",
     "An applicant asks one partnership, drawn in proportion to seats, or the channel's own "
     "capacity. Seats go by a mixture of aptitude and lot, by month of application first where "
     "a type says first come, and a share of them first to applicants with less than median "
     "savings where it has an equity quota; the rejected try again with a probability or decide "
     "again among what else is open. A training centre limits intake and places. Of those whom "
     "private agencies enrol a share is defrauded: fee and place are lost.",
     "Disadvantage is low savings; sex and region are not followed. Agencies are one channel "
     "per origin and occupation, not single firms.",
     "partnership_types.{partnership_type}.capacity_per_month "
     "partnership_types.{partnership_type}.merit "
     "partnership_types.{partnership_type}.home_share "
     "partnership_types.{partnership_type}.equity_share "
     "partnership_types.{partnership_type}.first_come safeguards.fraud migration.readmission "
     "centres."},
    {"Safeguards of the origin", "models/safeguards.cpp",
     "The seats of partnerships and agencies for qualified persons count only in part where an "
     "origin is on the safeguards list (density of doctors, nurses and midwives below one "
     "threshold and index of health coverage below another, for health occupations; the density "
     "moves with the qualified at the origin) and the list is respected, or where they exceed "
     "the cap, a share of the stock at the start. A cap binds recruiters: nobody is kept from "
     "going alone. A partner who leaves closes the partnerships of the origin.",
     "All health occupations of an origin move the density in proportion to their stock.",
     "safeguards.who safeguards.cap origins.{origin}.health_density "
     "origins.{origin}.coverage_index origins.{origin}.takes_part"},
    {"Language", "models/person_preparation.cpp",
     "Levels A0 to C1. In a course place the next examination comes with hazard aptitude / "
     "months of the level, a retake with hazard 1 / retake months; each attempt passes with a "
     "probability. Giving up has hazard d0 exp(b_f fails + b_w years since application). While "
     "a visa is pending a level is lost with a hazard; at work in Germany one is gained with a "
     "hazard, up to C1.",
     "Course places are shared by all channels of an origin; intensity does not differ by "
     "channel.",
     "language. authorities.language. partnership_types.{partnership_type}.language_target "
     "partnership_types.{partnership_type}.start_level migration.ability_spread"},
    {"Vocational training", "models/person_preparation.cpp",
     "Fixed length; hazard of leaving is higher in the first four months; final examination "
     "with a pass share scaled by the centre's quality and up to three attempts half a year "
     "apart. On the home track the graduate joins the origin's qualified stock. Where a type "
     "allows it, trainees change the track with a hazard in the first months.",
     "",
     "partnership_types.{partnership_type}.training_months "
     "partnership_types.{partnership_type}.early_drop "
     "partnership_types.{partnership_type}.late_drop partnership_types.{partnership_type}.exam "
     "partnership_types.{partnership_type}.switch"},
    {"Recognition", "models/person_preparation.cpp, models/authority.cpp",
     "An incomplete file comes back after a geometric time; a complete file waits for a monthly "
     "token (accelerated cases first, then first come first served together with cases from "
     "outside the model), then for lognormal case work. The decision is refused with a fixed "
     "share, else full with logit = logit(full share) + b (alignment - 0.3), else a "
     "compensation measure is due after arrival. A share of candidates works first and hands in "
     "the file after arrival; a share leaves out the test of equivalence and takes the "
     "knowledge test, which is the measure.",
     "Partial recognition and compensation measure are one outcome. One office per occupation "
     "stands for the Laender's offices.",
     "recognition.return recognition.case recognition.withdraw authorities.recognition. "
     "occupations.{occupation}.full_share occupations.{occupation}.alignment_effect "
     "occupations.{occupation}.refused_share occupations.{occupation}.regulated "
     "partnership_types.{partnership_type}.complete_files "
     "partnership_types.{partnership_type}.alignment_gain "
     "partnership_types.{partnership_type}.work_first "
     "partnership_types.{partnership_type}.direct_test "
     "partnership_types.{partnership_type}.accelerated_share"},
    {"Visa", "models/person_preparation.cpp, models/authority.cpp",
     "A monthly token queue per origin with an accelerated class, exponential case work rounded "
     "up to whole months, refusal, and a hazard of giving up while it is pending. A case of the "
     "one-stop shop needs no token. With the visa in hand the person arrives as soon as the "
     "Land of the employer has housing: monthly tokens, first come, first served.",
     "Housing is a number of arrivals a month, not a stock of dwellings.",
     "visa. authorities.visa. lands.{land}.arrivals_per_month"},
    {"Matching", "models/matching.cpp",
     "Urn-ball: every ready candidate applies to one open post drawn evenly from the posts it "
     "can reach; each post takes the best by language, recognition and noise. Candidates of a "
     "partnership reach its members' posts, private agencies all adopters' posts, those who go "
     "alone a share of them. Public placement staff have monthly tokens for types A to D. A "
     "newcomer tries the whole stock of posts; who has searched before meets the posts that "
     "opened since (stock-flow matching).",
     "One application a month.",
     "matching. authorities.placement. adoption.alone_reach "
     "employers.{sector}.placements_per_month employers.{sector}.onboarding_per_month"},
    {"Compensation measure and arrival", "models/person_abroad.cpp",
     "Until recognised the migrant works as an assistant. The measure needs a place, lasts "
     "fixed months and ends with an examination whose odds rise with language; after three "
     "failures the person returns or stays in other work. The residence title for recognition "
     "ends after fixed months; who is not recognised then returns.",
     "In an occupation that is not regulated no measure is due.",
     "recognition.course recognition.exam recognition.fail recognition.language "
     "authorities.bridging. recognition.title lands.{land}.share"},
    {"Integration", "models/person_abroad.cpp",
     "Social integration J_s += r (1 - J_s) (language + welcome + contacts) / 3 (1 - "
     "discrimination / 3); economic integration J_e += r (1 - J_e), slower before recognition. "
     "Preparation raises J_s at arrival; its range includes no effect. A share of migrants "
     "leaves a family at the origin; it joins with a hazard after a wait and then speeds social "
     "integration. With the family at home return is likelier, with the family here return and "
     "onward move are rarer.",
     "A family is a state, not persons; it is founded or dissolved by nobody.",
     "family. switches.family integration. partnership_types.{partnership_type}.preparation"},
    {"Retention", "models/person_abroad.cpp",
     "Five competing hazards (change of employer, leaving the occupation, return, onward move, "
     "job loss), each Weibull in months since arrival times exp(-b_s (J_s - 0.5) - b_e (J_e - "
     "0.5)), decided by one exponential budget per cause. Settlement lowers return and onward "
     "moves; job loss opens a search window; who does not find work returns. Returned migrants "
     "may come again.",
     "A change of employer keeps the worker in the occupation without a vacancy being searched.",
     "retention. partnership_types.{partnership_type}.bond_months"},
    {"Wages and remittances", "models/person_sums.cpp",
     "ln w = ln w_domestic - g_inf - (g_0 - g_inf) exp(-k tau) for recognised workers; "
     "assistants, apprentices and those in other work in Germany earn a share. A share of "
     "migrants sends a share of the net wage, fading with time, less of it when the family has "
     "joined. Recruitment debt is what the own cost exceeds savings by; it bears interest from the "
     "application on and takes a share of the net wage until it is repaid.",
     "The debt of those who never arrive is written off, and other work serves none. Wages in "
     "Germany do not answer migration.",
     "wages. occupations.{occupation}.wage occupations.{occupation}.assistant_wage_share "
     "origins.{origin}.remittance_cost switches.remittances switches.debt migration.debt"},
    {"Employers", "models/employer.cpp",
     "Awareness has hazard a_0 + a_1 x + a_2 P with x the share of neighbours who adopted and P "
     "the platform's intensity; adoption has hazard (p + q x) exp(size + net present value + "
     "open post). Adopters stop with hazard d_0 exp(g failures). Adopters join a partnership "
     "with weight (members + a)^alpha, more readily where a neighbour is a member. With the "
     "rule of thresholds an establishment adopts only once the share of its neighbours who have "
     "adopted reaches a threshold of its own, normal among establishments.",
     "An establishment employs one occupation.", "adoption. employers."},
    {"Destination market", "models/destination_market.cpp",
     "Per occupation and Land: posts open by retirement and growth, domestic graduates join the "
     "seekers, matches are binomial with mean m u^eta v^(1 - eta); each foreign hire takes a "
     "share of a domestic seeker (displacement).",
     "Turnover between domestic employers is left out: it opens and fills one post at a time.",
     "occupations.{occupation}.vacancies occupations.{occupation}.retirement "
     "occupations.{occupation}.demand_growth occupations.{occupation}.domestic_graduates "
     "occupations.{occupation}.job_seekers occupations.{occupation}.matching "
     "occupations.{occupation}.displacement occupations.{occupation}.reference_gap"},
    {"Origin market", "models/origin_market.cpp",
     "Attrition, separations and findings are binomial; posts are given, so a migrant's post is "
     "refilled from the unemployed. ln w = ln w_0 - eps ln(stock / stock at start). Graduates "
     "grow by eps_s p (w_D / w_O - 1) with the migration share p of `lag` months ago, diluted "
     "in quality.",
     "Training capacity at the origin is not limited. School leavers are renewed at a constant "
     "rate.",
     "origins."},
    {"Partnerships", "models/partnership.cpp",
     "Formation is Poisson with the type's rate times the share of aware establishments and the "
     "weight of the origin in the portfolio; an adopter without a partnership must take the "
     "lead, and where training takes place at the origin a centre with free places is chosen "
     "with weight free share (partnerships + a)^alpha. Set-up takes fixed months. Experience Q' "
     "= d Q + placements + spillover of partnerships with the same centre; the platform adds "
     "phi P (Q_best - Q). Cost falls by Wright's law to a floor. Seats are ordered towards "
     "members' open posts and applicants and arrive after a delay; too fast a growth costs "
     "quality. Project money ends: the partnership lives on with odds exp(slope (value of a "
     "hire - donors' share, less what the state bridges) - 1). Otherwise it dissolves by a "
     "Weibull hazard that success and trust lower.",
     "Candidates on their way at the start stand in the stages of the route in proportion to "
     "the time these take without queues. A partnership without a centre to train at teaches in "
     "rooms of its own, without a limit of places.",
     "origins.{origin}.formation_weight partnership. partnerships. "
     "partnership_types.{partnership_type}.formation_rate "
     "partnership_types.{partnership_type}.setup_months"},
    {"Platform", "models/partnership.cpp",
     "Acts through awareness of employers, spillover of experience and commitment of actors "
     "only; costs the German state a running sum.",
     "It has no cost of congestion.", "platform."},
    {"Actors", "models/actors.cpp",
     "Commitment of actor j: a_j += m P (mean of its ties - a_j) + e (successes - failures of "
     "partnerships' placements of late, as a share) - d (a_j - anchor), within 0 and 1. A lever "
     "that needs consent starts with the monthly hazard h times the least commitment of the "
     "actors it needs, from its start on and while its condition holds; a lever given by decree "
     "asks nobody.",
     "All actors see the same evidence; ties are given and do not change.", "actors. commitment."},
    {"Ledger and gains", "models/ledger.cpp",
     "Every posting takes whole cents from one party and gives them to another or to "
     "`resource`. Preparation is split by the type's shares after the subsidy of language "
     "courses, the last payer takes the remainder. Offices cost the German state a sum for each "
     "case taken up. Outcome payments go from the German state to employers for workers of "
     "partnerships at work after twelve months; compensation of training goes to the origin's "
     "state for qualified persons who leave; who leaves under a service bond pays the employer "
     "what is left of it. Gains of groups are monthly flows. Migrants: net wage and benefits - "
     "own cost and fees - remittances - income given up at home at purchasing power (language, "
     "training and all months abroad). German employers: productivity x wage - wage and "
     "contributions - their part of the cost. German state: tax + the gain share of "
     "contributions - benefits - services - its part. Domestic workers: - displaced x wage x "
     "loss. Origin state: tax on wages at the origin - training of graduates - its part. Origin "
     "employers and patients: productivity x wages at the start, less wages paid at the origin. "
     "Origin workers: net wages at the origin, with those of leavers added back (they stand in "
     "the migrants' account), less what home-track graduates earned before. Households: "
     "remittances received. A gain over the horizon is sum flow_t (1 + r)^-t + mean flow of the "
     "last year / (r + hazard of leaving) discounted, world less reference, divided by persons "
     "enrolled in `pilots_as_today` (mean over all runs) times the benchmark (yearly origin "
     "wage at purchasing power, training cost of a graduate, yearly German wage). Flows mean "
     "something only as a difference between worlds.",
     "A training cost of migrants is lost to the origin when they leave, unless it is "
     "compensated. Debt is owed to households at the origin.",
     "costs. safeguards.training_compensation partnership_types.{partnership_type}.bond stages. "
     "partnership_types.{partnership_type}.pays "
     "partnership_types.{partnership_type}.employer_fee"},
    {"Levers", "models/policy.cpp",
     "A lever changes this month's value of the parameters its row names: start, ramp, end, "
     "coverage, an optional condition on a backlog, on vacancies or on a density, and a running "
     "cost. Strength 0 changes nothing. Shocks are levers, too: their triggers are the same.",
     "", "levers."},
    {"Partnership graph and bottleneck", "models/network.cpp",
     "Placement staff, origins, partnerships, centres, language places, visa posts, recognition "
     "offices and sectors with monthly capacities; a path lists what a candidate needs. Of an "
     "office counts what is left after cases from outside and after the private channels of the "
     "last year; places serve as many a month as they did for the time one was held of late. "
     "Every capacity is counted in admitted candidates by the share of them that came into the "
     "stage in the last year. The maximum flow is what the chain can carry to work in Germany, "
     "the minimal cut names the stage that holds it up. Found once a year.",
     "Where one origin has several occupations or routes the flow is an upper bound. Bridging "
     "courses come after arrival and are not part of it. Members are joined to sectors, not as "
     "single vertices.",
     ""},
    {"Thought experiments", "models/pool.cpp",
     "Persons may be put into any stage from outside, fixed or Poisson, and any stage may have "
     "constant monthly probabilities.",
     "", "entries. switches."},
};

}  // namespace

std::span<const SubModelRow> sub_model_table() { return table; }

}  // namespace skillscale::models
