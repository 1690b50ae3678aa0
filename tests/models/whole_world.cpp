#include "tests/models/whole_world.h"

namespace skillscale::models {

Given everything() {
  Given given;
  given.names(Axis::Partnership, {"care", "works"}).names(Axis::Centre, {"manila"});
  for (const auto& decl : parameter_table()) {
    if (decl.path.starts_with("switches.")) given.set(std::string(decl.path), 1);
  }
  given.set("pool.multiplicity", 3).set("partnership_types.train_at_origin.formation_rate", 0.5);
  for (const std::string pair : {"PHL.nursing", "TUN.nursing", "TUN.electrics"}) {
    const std::string origin = "origins." + pair;
    given.set(origin + ".stock", 4000).set(origin + ".school_leavers", 3000);
    // Fractions of persons wait for the next month.
    given.set(origin + ".graduates_per_month", 20.3)
        .set(origin + ".school_leavers_per_month", 15.4);
    given.set(origin + ".training_lag", 6).set(origin + ".training_elasticity", 20);
  }
  for (const std::string sector : {"employers.hospitals", "employers.workshops"})
    given.set(sector + ".aware_share", 0.6);
  given.set("adoption.innovation", 0.01).set("partnership_types.train_at_origin.open", 1);
  for (const std::string type : {"recruit_and_bridge", "private_agency", "alone"})
    given.list("partnership_types." + type + ".route", {1, 3, 4, 5});
  given.set("migration.hazard", 0.02).set("migration.heterogeneity", 0.5);
  for (const std::string office : {"occupations.nursing", "occupations.electrics"})
    given.set(office + ".vacancies", 300)
        .set(office + ".job_seekers", 400)
        .set(office + ".domestic_graduates_per_month", 30.7);
  given.set("authorities.recognition.nursing.tokens_per_month", 12);
  given.set("authorities.recognition.nursing.background_per_month", 9);
  given.set("authorities.recognition.nursing.backlog", 60);
  given.set("partnerships.care.seats_per_month", 6.3).set("partnerships.care.centre", 0);
  given.list("partnership_types.train_at_origin.route", {2, 1, 3, 4, 5});
  given.set("partnerships.care.type", 2).set("centres.manila.seats_per_month", 2.3);
  given.set("partnerships.works.origin", 1).set("partnerships.works.occupation", 1);
  given.set("partnerships.works.start", 5).set("partnerships.works.seats_per_month", 3);
  given.set("partnerships.works.funding_end", 20);
  given.lever("staff", "recognition.staff", 0.5).set("levers.staff.start", 7);
  given.set("levers.staff.ramp", 12).set("levers.staff.end", 30);
  given.lever("rush", "recognition.staff", 0.7);
  given.text("levers.rush.when", "backlog(recognition.nursing) > 66 cases");
  given.set("stages.employed.initial", 50).set("stages.training.entries_per_month", 2.5);
  return given;
}

}  // namespace skillscale::models
