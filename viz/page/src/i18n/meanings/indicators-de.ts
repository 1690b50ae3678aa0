// What the monthly indicators count, in German; the key is the English sentence of the model's own table.
export const indicators: Record<string, string> = {
  "Persons in the stage at the month's end.": "Personen in der Stufe am Monatsende.",
  "Persons who came into the stage.": "Personen, die in die Stufe gekommen sind.",
  "Persons who left the stage and went on.": "Personen, die die Stufe verlassen haben und weitergegangen sind.",
  "Persons who left the stage by giving up, failing or being refused.":
    "Personen, die die Stufe verlassen haben, weil sie aufgaben, durchfielen oder abgelehnt wurden.",
  "Month-ends spent in the stage by those who left it this month.":
    "Monatsenden in der Stufe derer, die sie in diesem Monat verlassen haben.",
  "Month-ends spent so far in the stage by those who are in it.": "Bisherige Monatsenden in der Stufe derer, die in ihr sind.",
  "Persons of the pool who chose the channel and applied.": "Personen des Pools, die den Weg gewählt und sich beworben haben.",
  "Persons of the pool who considered leaving and stayed.": "Personen des Pools, die einen Weggang erwogen haben und geblieben sind.",
  "Persons of the pool who left for another destination.": "Personen des Pools, die in ein anderes Zielland gegangen sind.",
  "Applicants without a seat who went back to the pool.": "Bewerbungen ohne Platz, deren Personen in den Pool zurückgekehrt sind.",
  "Applicants admitted.": "Aufgenommene Bewerberinnen und Bewerber.",
  "Persons who arrived in Germany.": "Personen, die in Deutschland angekommen sind.",
  "Arrivals by Land of the employer.": "Ankünfte nach dem Bundesland des Arbeitgebers.",
  "Recognition decisions: full.": "Bescheide über die Anerkennung: voll.",
  "Recognition decisions: partial, compensation measure needed.":
    "Bescheide über die Anerkennung: teilweise, eine Ausgleichsmaßnahme ist nötig.",
  "Recognition decisions: refused.": "Bescheide über die Anerkennung: abgelehnt.",
  "Persons who became recognised skilled workers in Germany.": "Personen, die in Deutschland als Fachkräfte anerkannt worden sind.",
  "Ends of a job in Germany by cause.": "Enden von Arbeitsverhältnissen in Deutschland nach ihrem Grund.",
  "Persons at work in the occupation twelve months after arrival, counted then.":
    "Personen, die zwölf Monate nach der Ankunft im Beruf arbeiten, dann gezählt.",
  "The same after 36 months.": "Dasselbe nach 36 Monaten.",
  "The same after 60 months.": "Dasselbe nach 60 Monaten.",
  "Months of work in the occupation, recognised where regulated, paid at least 0.9 of a peer, without bond or debt.":
    "Arbeitsmonate im Beruf, anerkannt, wo er reglementiert ist, mit mindestens 0,9 des Lohns Gleichgestellter, ohne Bindung oder Schulden.",
  "Months of work before recognition.": "Arbeitsmonate vor der Anerkennung.",
  "Months of work under a service bond.": "Arbeitsmonate mit einer Bindungsklausel.",
  "Persons who rose to level B2 of German, before or after departure.":
    "Personen, die im Deutschen das Niveau B2 erreicht haben, vor oder nach der Ausreise.",
  "Persons who got a settlement permit.": "Personen, die eine Niederlassungserlaubnis erhalten haben.",
  "Migrants whose family joined them.": "Zugewanderte, deren Familie nachgezogen ist.",
  "Persons who lost fee and place to a fraudulent agency.": "Personen, die Gebühr und Platz an eine betrügerische Agentur verloren haben.",
  "Cases that wait after this month's tokens or places were given out.":
    "Fälle, die warten, nachdem die Termine oder Plätze des Monats vergeben sind.",
  "Cases of the model that got a token or place.": "Fälle des Modells, die einen Termin oder Platz erhalten haben.",
  "Whole months waited, summed over the cases served this month.":
    "Volle Wartemonate, summiert über die Fälle, die in diesem Monat an der Reihe waren.",
  "Open posts at the month's end.": "Offene Stellen am Monatsende.",
  "Posts that opened by retirement, exit or growth.": "Stellen, die durch Ruhestand, Ausscheiden oder Wachstum frei geworden sind.",
  "Posts filled by domestic workers.": "Stellen, die Beschäftigte aus dem Inland besetzt haben.",
  "Posts promised to candidates from abroad.": "Stellen, die Personen aus dem Ausland zugesagt worden sind.",
  "Posts promised to candidates from abroad, by the type they come through.":
    "Stellen, die Personen aus dem Ausland zugesagt worden sind, nach dem Typ, über den sie kommen.",
  "Domestic qualified job seekers.": "Qualifizierte Arbeitsuchende im Inland.",
  "Establishments that see recruitment abroad as an option.": "Betriebe, die die Anwerbung im Ausland als Möglichkeit sehen.",
  "Establishments that recruit abroad.": "Betriebe, die im Ausland anwerben.",
  "Partnerships with seats.": "Partnerschaften mit Plätzen.",
  "Partnerships being set up.": "Partnerschaften im Aufbau.",
  "Decisions for a new partnership.": "Entscheidungen für eine neue Partnerschaft.",
  "Partnerships that dissolved.": "Partnerschaften, die sich aufgelöst haben.",
  "Partnerships that ended with their project money.": "Partnerschaften, die mit ihren Projektmitteln geendet haben.",
  "Partnerships that live on after their project money has ended.":
    "Partnerschaften, die nach dem Ende ihrer Projektmittel weiterbestehen.",
  "Candidates that active partnerships can admit in a year.": "Personen, die aktive Partnerschaften in einem Jahr aufnehmen können.",
  "Establishments that belong to an active partnership.": "Betriebe, die einer aktiven Partnerschaft angehören.",
  "Effective experience, summed over active partnerships.": "Wirksame Erfahrung, summiert über aktive Partnerschaften.",
  "Qualified persons at the origin: in the pool, preparing to leave, or returned.":
    "Qualifizierte im Herkunftsland: im Pool, in Vorbereitung auf die Ausreise oder zurückgekehrt.",
  "Qualified persons at work in the occupation at the origin; those who prepare to leave not counted.":
    "Qualifizierte, die im Herkunftsland im Beruf arbeiten; wer die Ausreise vorbereitet, zählt nicht.",
  "Qualified persons of the pool without a job in the occupation.": "Qualifizierte des Pools ohne Stelle im Beruf.",
  "Qualified persons at the origin who prepare to leave.": "Qualifizierte im Herkunftsland, die ihre Ausreise vorbereiten.",
  "Domestic graduates at the origin, home track not counted.": "Abschlüsse im Herkunftsland, ohne den Heimat-Zweig.",
  "Qualified persons who left the occupation at the origin.": "Qualifizierte, die im Herkunftsland den Beruf verlassen haben.",
  "Graduates of the home track, who work at the origin.": "Abschlüsse des Heimat-Zweigs, die im Herkunftsland arbeiten.",
  "Skilled persons who came back from Germany.": "Fachkräfte, die aus Deutschland zurückgekehrt sind.",
  "Qualified persons in the pool.": "Qualifizierte im Pool.",
  "Young people who could train for the occupation.": "Junge Menschen, die den Beruf erlernen könnten.",
  "Gross wage in the occupation at the origin.": "Bruttolohn im Beruf im Herkunftsland.",
  "Doctors, nurses and midwives per 10 000 inhabitants of the origin; 0 when not known.":
    "Ärztliches, Pflege- und Hebammenpersonal je 10.000 Einwohner des Herkunftslands; 0, wo nichts bekannt ist.",
  "Intention stock of the cell.": "Bestand der Wanderungsabsicht der Zelle.",
  "Social integration, summed over migrants at work.": "Soziale Integration, summiert über Zugewanderte in Arbeit.",
  "Economic integration, summed over migrants at work.": "Wirtschaftliche Integration, summiert über Zugewanderte in Arbeit.",
  "Persons of the origin who live in Germany through the model's channels.":
    "Personen des Herkunftslands, die über die Wege des Modells in Deutschland leben.",
  "Gross wages of migrants at work in the occupation.": "Bruttolöhne der Zugewanderten, die im Beruf arbeiten.",
  "Money sent home, before transfer cost.": "Nach Hause geschicktes Geld, vor den Kosten der Überweisung.",
  "Money that passed from payer to party.": "Geld, das von der zahlenden Seite an die empfangende gegangen ist.",
  "Cost of preparation by stage and by who carries it.": "Kosten der Vorbereitung nach Stufe und danach, wer sie trägt.",
  "Recruitment debt that candidates took up when they were admitted.": "Anwerbeschulden, die bei der Aufnahme gemacht worden sind.",
  "Recruitment debt repaid, interest included.": "Getilgte Anwerbeschulden, einschließlich der Zinsen.",
  "What migrants paid employers for leaving under a service bond.":
    "Was Zugewanderte Arbeitgebern dafür gezahlt haben, trotz einer Bindungsklausel zu gehen.",
  "Monthly flow of gains of a group; meaningful as a difference between worlds.":
    "Monatlicher Fluss der Gewinne einer Gruppe; aussagekräftig als Unterschied zwischen Welten.",
  "Commitment of the actor.": "Engagement des Akteurs.",
  "Admitted candidates more that the partnership graph could carry a month with one more token, or one more place, of the office.":
    "Aufgenommene mehr, die das Netz der Partnerschaften in einem Monat tragen könnte, wenn die Stelle einen Termin oder Platz mehr hätte.",
  "Largest steady flow of admitted candidates through the partnership graph, the dropout of the last year taken into account.":
    "Größter gleichmäßiger Durchfluss Aufgenommener durch das Netz der Partnerschaften, mit den Abbrüchen des letzten Jahres.",
  "1 for the stage in which the minimal cut of the partnership graph lies.":
    "1 für die Stufe, in der der minimale Schnitt durch das Netz der Partnerschaften liegt.",
  "Mean whole months waited by those served this month.": "Mittlere volle Wartemonate derer, die in diesem Monat an der Reihe waren.",
  "Social integration of migrants at work, 0 to 1.": "Soziale Integration der Zugewanderten in Arbeit, 0 bis 1.",
  "Economic integration of migrants at work, 0 to 1.": "Wirtschaftliche Integration der Zugewanderten in Arbeit, 0 bis 1.",
  "Money received less money paid by the party; real cost arrives at resource.":
    "Einnahmen abzüglich der Ausgaben der Seite; was wirklich verbraucht wird, kommt beim Ressourcenverbrauch an.",
  "Migrants at work in the trained occupation, recognised.": "Anerkannte Zugewanderte, die im erlernten Beruf arbeiten.",
};
