// German meanings of parameters, by the English ones of the parameter table: origins, offices, occupations, sectors.

export const places: Readonly<Record<string, string>> = {
  "Persons that one pool row stands for; 1 makes everyone an agent of their own. Engaged persons are always one to one.":
    "Personen, für die eine Zeile des Pools steht; bei 1 ist jede Person ein eigener Agent. Wer auf dem Weg ist, wird immer einzeln gerechnet.",
  "Candidates leave the pool by the aspiration and ability rules.":
    "Menschen verlassen den Pool nach den Regeln von Wunsch und Möglichkeit.",
  "Partnerships of types A to D exist at all; off gives the world without them.":
    "Partnerschaften der Typen A bis D gibt es überhaupt; ausgeschaltet zeigt die Welt ohne sie.",
  "New partnerships form during the run.":
    "Während des Laufs entstehen neue Partnerschaften.",
  "Partnerships order more seats when vacancies and applicants call for them.":
    "Partnerschaften bestellen mehr Plätze, wenn offene Stellen und Bewerbungen danach verlangen.",
  "Project money ends at the funding end and the partnership must carry its own cost.":
    "Die Projektmittel laufen zum Förderende aus, und die Partnerschaft muss ihre Kosten selbst tragen.",
  "Partnerships may dissolve.":
    "Partnerschaften können sich auflösen.",
  "The knowledge platform works.":
    "Die Wissensplattform ist in Betrieb.",
  "Awareness and adoption spread among employers; off keeps the initial adopters.":
    "Bekanntheit und Teilnahme breiten sich unter Arbeitgebern aus; ausgeschaltet bleibt es bei den anfänglichen Teilnehmern.",
  "Vacancies open and are filled at the destination; off keeps the initial vacancies.":
    "Im Zielland entstehen offene Stellen und werden besetzt; ausgeschaltet bleibt es bei den anfänglichen.",
  "Graduates, attrition and job finding at the origin.":
    "Abschlüsse, Abgänge und Stellensuche im Herkunftsland.",
  "Training at the origin answers expected migration.":
    "Die Ausbildung im Herkunftsland richtet sich nach der erwarteten Abwanderung.",
  "Wages at the origin answer the stock of skilled workers.":
    "Löhne im Herkunftsland richten sich nach der Zahl der Fachkräfte.",
  "Social and economic integration evolve and act on exits.":
    "Soziale und wirtschaftliche Integration entwickeln sich und wirken auf Abgänge.",
  "Employed migrants may change employer or occupation, return or move on.":
    "Beschäftigte Zugewanderte können Arbeitgeber oder Beruf wechseln, zurückkehren oder weiterziehen.",
  "Returned migrants may come again.":
    "Zurückgekehrte können noch einmal kommen.",
  "Migrants send money home.":
    "Zugewanderte schicken Geld nach Hause.",
  "Costs and wages are posted to the ledger.":
    "Kosten und Löhne werden in die Rechnung eingestellt.",
  "Candidates must find a vacancy; off gives everyone a job at once.":
    "Wer kommen will, muss eine offene Stelle finden; ausgeschaltet hat jede Person sofort eine.",
  "Families stay behind, may join, and act on integration and exits.":
    "Familien bleiben zurück, können nachziehen und wirken auf Integration und Abgänge.",
  "Recruitment debt bears interest and is repaid from wages; off leaves the mark of being indebted for good.":
    "Schulden aus der Anwerbung werden verzinst und aus dem Lohn zurückgezahlt; ausgeschaltet bleibt es beim bloßen Merkmal, verschuldet zu sein.",
  "Who has searched before tries the posts that opened this month only; off lets everyone try all posts every month.":
    "Wer schon gesucht hat, bewirbt sich nur auf Stellen, die in diesem Monat frei wurden; ausgeschaltet bewirbt sich jeden Monat jede Person auf alle.",
  "Name of the country or region.":
    "Name des Landes oder der Region.",
  "Price level against Germany: what costs 1 EUR in Germany costs this many EUR here. Turns wages into purchasing power.":
    "Preisniveau gegenüber Deutschland: Was dort 1 EUR kostet, kostet hier so viele EUR. Rechnet Löhne in Kaufkraft um.",
  "Share of the amount sent that the transfer costs.":
    "Anteil des gesendeten Betrags, den die Überweisung kostet.",
  "Distance of the first languages from German, 0 none to 1 unrelated.":
    "Abstand der Erstsprachen zum Deutschen, von 0 keiner bis 1 nicht verwandt.",
  "Distance to Germany in thousand kilometres.":
    "Entfernung nach Deutschland in tausend Kilometern.",
  "Share of their seats that partnerships with the origin can fill, and of their number that can form; 0 when the partner has left.":
    "Anteil ihrer Plätze, den Partnerschaften mit diesem Herkunftsland besetzen können, und ihrer Zahl, die entstehen kann; 0, wenn der Partner ausgestiegen ist.",
  "Factor on the forming of partnerships with this origin: the portfolio of partner countries.":
    "Faktor auf das Entstehen von Partnerschaften mit diesem Herkunftsland: die Auswahl der Partnerländer.",
  "Doctors, nurses and midwives per 10 000 inhabitants at the start; 0 when not known, and then never below the threshold.":
    "Ärztinnen, Ärzte, Pflegekräfte und Hebammen je 10 000 Einwohner zu Beginn; 0, wenn nicht bekannt, und dann nie unter der Schwelle.",
  "Index of universal health coverage, 0 to 100.":
    "Index der allgemeinen Gesundheitsversorgung, 0 bis 100.",
  "Share of a wage that the origin state receives as tax and contributions.":
    "Anteil des Lohns, den der Herkunftsstaat als Steuern und Abgaben erhält.",
  "Qualified persons of the occupation at the start, employed and unemployed: the pool of trained candidates.":
    "Qualifizierte des Berufs zu Beginn, beschäftigt oder arbeitslos: der Pool ausgebildeter Kandidatinnen und Kandidaten.",
  "Young people without the qualification who could train for it at the start: the pool for types B, C and D.":
    "Junge Menschen ohne die Qualifikation, die sich zu Beginn dafür ausbilden lassen könnten: der Pool für die Typen B, C und D.",
  "Young people who newly enter that pool.":
    "Junge Menschen, die neu in diesen Pool kommen.",
  "Domestic graduates who enter the occupation, before any response to migration.":
    "Inländische Abschlüsse, die in den Beruf gehen, noch ohne Reaktion auf die Abwanderung.",
  "Share of the stock without a job in the occupation at the start.":
    "Anteil des Bestands, der zu Beginn keine Stelle im Beruf hat.",
  "Gross monthly wage in the occupation at the origin.":
    "Bruttomonatslohn im Beruf im Herkunftsland.",
  "Hazard of leaving the occupation for good: retirement, other work, other destinations outside the model.":
    "Rate, den Beruf für immer zu verlassen: Ruhestand, andere Arbeit, andere Zielländer außerhalb des Modells.",
  "Hazard that a job at the origin ends.":
    "Rate, mit der eine Stelle im Herkunftsland endet.",
  "Hazard that an unemployed person finds a job at the origin; below 0 it is what keeps the unemployed share of the start against separations, attrition and graduates.":
    "Rate, mit der eine arbeitslose Person im Herkunftsland Arbeit findet; unter 0 die Rate, die den Anteil Arbeitsloser vom Beginn gegen Stellenverluste, Abgänge und Abschlüsse hält.",
  "Rise of the log wage per fall of the log stock of skilled workers.":
    "Anstieg des logarithmierten Lohns je Rückgang des logarithmierten Bestands an Fachkräften.",
  "Response of domestic graduates to expected migration times the wage ratio less one. 0 means no brain gain.":
    "Reaktion der inländischen Abschlüsse auf die erwartete Abwanderung mal Lohnverhältnis minus eins. 0 heißt: kein Zugewinn an Ausgebildeten.",
  "Months between the decision to train and graduation.":
    "Monate zwischen der Entscheidung für eine Ausbildung und dem Abschluss.",
  "Fall of the pass share per relative growth of enrolment.":
    "Rückgang der Bestehensquote je relativem Zuwachs an Auszubildenden.",
  "Public cost of training one graduate at the origin.":
    "Öffentliche Kosten der Ausbildung einer Person im Herkunftsland.",
  "How far the origin's curriculum covers the German one, 0 not at all to 1 fully.":
    "Wie weit der Lehrplan des Herkunftslands den deutschen abdeckt, von 0 gar nicht bis 1 ganz.",
  "Utility of moving to another destination, against 0 for staying.":
    "Nutzen des Weggangs in ein anderes Zielland, gemessen am Bleiben mit 0.",
  "Candidates that private agencies can take up in a month.":
    "Personen, die private Agenturen in einem Monat aufnehmen können.",
  "Open posts in the occupation at the origin at the start, per filled post.":
    "Offene Stellen im Beruf im Herkunftsland zu Beginn, je besetzter Stelle.",
  "Applicants put in from outside, for verification and thought experiments.":
    "Von außen eingesetzte Bewerbungen, zur Prüfung des Modells und für Gedankenexperimente.",
  "Visa cases of skilled workers and trainees that the post can decide in a month.":
    "Visumfälle von Fachkräften und Auszubildenden, über die die Visastelle in einem Monat entscheiden kann.",
  "Cases outside the model that wait in the same queue.":
    "Fälle außerhalb des Modells, die in derselben Schlange warten.",
  "Cases that wait at the start.":
    "Fälle, die zu Beginn warten.",
  "Share of decided visa cases that are refused.":
    "Anteil der entschiedenen Visumfälle, der abgelehnt wird.",
  "Course places for German at one time, over all providers.":
    "Gleichzeitige Plätze in Deutschkursen, über alle Anbieter.",
  "Name of the occupation.":
    "Name des Berufs.",
  "ISCO-08 code at the origin.":
    "Kennziffer nach ISCO-08 im Herkunftsland.",
  "KldB 2010 code in Germany.":
    "Kennziffer nach KldB 2010 in Deutschland.",
  "Gross monthly wage of a recognised worker in Germany.":
    "Bruttomonatslohn einer anerkannten Fachkraft in Deutschland.",
  "The occupation may be exercised only with recognition.":
    "Der Beruf darf nur mit Anerkennung ausgeübt werden.",
  "A health occupation: the safeguards list of the World Health Organization applies.":
    "Ein Gesundheitsberuf: Es gilt die Schutzliste der Weltgesundheitsorganisation.",
  "Pay of a worker who is not yet recognised against a recognised one.":
    "Lohn einer noch nicht anerkannten Fachkraft gegenüber einer anerkannten.",
  "Value of a filled post to the employer against its gross wage.":
    "Wert einer besetzten Stelle für den Arbeitgeber gegenüber ihrem Bruttolohn.",
  "Open posts without a matching domestic person at the start.":
    "Offene Stellen zu Beginn, für die es im Inland niemanden gibt.",
  "Hazard that a domestic worker retires or leaves the occupation net of re-entries.":
    "Rate, mit der eine inländische Fachkraft in Rente geht oder den Beruf verlässt, abzüglich der Rückkehr in den Beruf.",
  "Growth of posts.":
    "Wachstum der Stellen.",
  "Domestic graduates who look for a post.":
    "Inländische Absolventinnen und Absolventen, die eine Stelle suchen.",
  "Qualified domestic job seekers at the start.":
    "Qualifizierte inländische Arbeitsuchende zu Beginn.",
  "Scale of the domestic matching function, matches per month at one seeker and one vacancy.":
    "Niveau der inländischen Matchingfunktion: Besetzungen im Monat bei einer suchenden Person und einer offenen Stelle.",
  "Elasticity of domestic matches to job seekers.":
    "Elastizität der inländischen Besetzungen gegenüber der Zahl der Suchenden.",
  "Domestic workers not hired, not trained or not kept per foreign worker hired.":
    "Inländische Kräfte, die je eingestellter ausländischer Kraft nicht eingestellt, nicht ausgebildet oder nicht gehalten werden.",
  "Shortfall of workers against which a contribution is called substantial.":
    "Fachkräftelücke, an der gemessen ein Beitrag erheblich heißt.",
  "Share of complete files that are recognised in full at alignment 0.3.":
    "Anteil vollständiger Akten, die bei einer Übereinstimmung von 0,3 voll anerkannt werden.",
  "Change of the log odds of full recognition per unit of alignment.":
    "Änderung der logarithmierten Chance auf volle Anerkennung je Einheit Übereinstimmung.",
  "Share of decisions that refuse recognition outright.":
    "Anteil der Bescheide, die die Anerkennung ganz ablehnen.",
  "Files that the recognition offices can decide in a month.":
    "Akten, über die die Anerkennungsstellen in einem Monat entscheiden können.",
  "Files from outside the model in the same queue.":
    "Akten von außerhalb des Modells in derselben Schlange.",
  "Files that wait at the start.":
    "Akten, die zu Beginn warten.",
  "Places at one time in adaptation courses and preparation for the knowledge test.":
    "Gleichzeitige Plätze in Anpassungslehrgängen und in der Vorbereitung auf die Kenntnisprüfung.",
  "Matches that public placement staff can carry through in a month for types A, B and D.":
    "Vermittlungen, die die öffentliche Vermittlung in einem Monat für die Typen A, B und D leisten kann.",
  "Name of the sector.":
    "Name der Branche.",
  "Occupation that the establishments of the sector employ.":
    "Beruf, den die Betriebe der Branche beschäftigen.",
  "Establishments that employ the occupation.":
    "Betriebe, die den Beruf beschäftigen.",
  "Workers of the occupation over all establishments of the sector.":
    "Beschäftigte des Berufs über alle Betriebe der Branche.",
  "Share of establishments by size class (under 10, 10-49, 50-249, 250 and more employees).":
    "Anteil der Betriebe nach Größenklasse (unter 10, 10 bis 49, 50 bis 249, 250 und mehr Beschäftigte).",
  "Share of the sector's workers by size class.":
    "Anteil der Beschäftigten der Branche nach Größenklasse.",
  "Share of establishments that see recruitment abroad as an option at the start.":
    "Anteil der Betriebe, für die Anwerbung im Ausland zu Beginn infrage kommt.",
  "Share of establishments that recruit abroad at the start.":
    "Anteil der Betriebe, die zu Beginn im Ausland anwerben.",
  "Placements that interviews and paper work with the sector allow in a month.":
    "Besetzungen, die Gespräche und Papiere in der Branche in einem Monat zulassen.",
  "Newcomers that the sector's adopters can take up in a month.":
    "Neuankömmlinge, die die teilnehmenden Betriebe der Branche in einem Monat aufnehmen können.",
  "Hazard that an establishment becomes aware by outreach.":
    "Rate, mit der ein Betrieb durch Ansprache aufmerksam wird.",
  "Added hazard of awareness when all neighbours have adopted.":
    "Zusätzliche Rate des Aufmerksamwerdens, wenn alle Nachbarbetriebe teilnehmen.",
  "Added hazard of awareness at full platform intensity.":
    "Zusätzliche Rate des Aufmerksamwerdens bei voller Stärke der Plattform.",
  "Hazard that an aware establishment adopts on its own.":
    "Rate, mit der ein aufmerksamer Betrieb von sich aus teilnimmt.",
  "Added hazard of adoption when all neighbours have adopted.":
    "Zusätzliche Rate der Teilnahme, wenn alle Nachbarbetriebe teilnehmen.",
  "Rise of the log hazard of adoption per size class.":
    "Anstieg der logarithmierten Teilnahmerate je Größenklasse.",
  "Rise of the log hazard of adoption per yearly wage of net present value of a hire.":
    "Anstieg der logarithmierten Teilnahmerate je Jahreslohn an Kapitalwert einer Einstellung.",
  "Rise of the log hazard of adoption with an open post.":
    "Anstieg der logarithmierten Teilnahmerate bei einer offenen Stelle.",
  "Hazard that an adopter stops recruiting abroad when it had no failure.":
    "Rate, mit der ein teilnehmender Betrieb ohne Misserfolg die Anwerbung im Ausland aufgibt.",
  "Rise of the log hazard of stopping per failed placement or early leaver.":
    "Anstieg der logarithmierten Rate des Aufgebens je gescheiterter Besetzung oder frühem Weggang.",
  "Neighbours of an establishment in the diffusion graph of its sector and Land.":
    "Nachbarn eines Betriebs im Netz seiner Branche und seines Landes, über das sich die Teilnahme ausbreitet.",
  "Share of ties that lead to any establishment of the occupation instead of a near one.":
    "Anteil der Verbindungen, die zu irgendeinem Betrieb des Berufs führen statt zu einem nahen.",
  "Hazard that an adopter outside any partnership joins one that is open to it.":
    "Rate, mit der ein teilnehmender Betrieb ohne Partnerschaft einer beitritt, die ihm offensteht.",
  "Whether peers raise the hazard of adoption, or must be many enough before there is one.":
    "Ob Nachbarn die Rate der Teilnahme erhöhen, oder ob es erst genug sein müssen, bevor es eine gibt.",
  "Mean share of neighbours who must have adopted, with the rule `threshold`.":
    "Mittlerer Anteil der Nachbarn, die teilnehmen müssen, bei der Regel `threshold`.",
  "Standard deviation of that share among establishments.":
    "Standardabweichung dieses Anteils unter den Betrieben.",
  "Share of the adopters' vacancies that a person who goes alone can find.":
    "Anteil der offenen Stellen der teilnehmenden Betriebe, den findet, wer allein geht.",
  "Share of the establishments that lie in the Land.":
    "Anteil der Betriebe, die im Land liegen.",
  "Arrivals for whom the Land has housing in a month; others wait with their visa.":
    "Ankommende, für die das Land in einem Monat Wohnraum hat; andere warten mit ihrem Visum.",
};
