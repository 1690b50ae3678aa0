// German meanings of parameters, by the English ones of the parameter table: routes, partnerships, centres, levers.

export const routes: Readonly<Record<string, string>> = {
  "Candidates may choose this channel where it is offered.":
    "Wo der Weg angeboten wird, kann er gewählt werden.",
  "Stages in order, from admission to work.":
    "Stufen in ihrer Folge, von der Aufnahme bis zur Arbeit.",
  "Utility of the channel against 0 for staying, before cost, waiting time and chance of success.":
    "Nutzen des Wegs gemessen am Bleiben mit 0, vor Kosten, Wartezeit und Erfolgsaussicht.",
  "Fee that the migrant pays to the agency or programme.":
    "Gebühr, die die Person an die Agentur oder das Programm zahlt.",
  "What the employer pays per placement, apart from its share of the preparation.":
    "Was der Arbeitgeber je Vermittlung zahlt, ohne seinen Anteil an der Vorbereitung.",
  "Candidates per origin and occupation that the channel can take up in a month when no partnership carries it.":
    "Personen je Herkunftsland und Beruf, die der Weg in einem Monat aufnehmen kann, wenn keine Partnerschaft ihn trägt.",
  "Depth of preparation before departure, 0 none to 1 full.":
    "Tiefe der Vorbereitung vor der Ausreise, von 0 keine bis 1 volle.",
  "Level of German to be reached before departure.":
    "Deutschniveau, das vor der Ausreise erreicht sein muss.",
  "Level of German at admission.":
    "Deutschniveau bei der Aufnahme.",
  "What the programme adds to the alignment of the qualification with the German one.":
    "Was das Programm zur Übereinstimmung der Qualifikation mit der deutschen hinzufügt.",
  "Share of cases that use the accelerated procedure (section 81a).":
    "Anteil der Fälle im beschleunigten Verfahren (§ 81a).",
  "Share of recognition files that are complete on arrival at the office.":
    "Anteil der Anerkennungsakten, die vollständig bei der Stelle eingehen.",
  "Length of vocational training where the route has it.":
    "Dauer der Berufsausbildung, wo der Weg eine hat.",
  "Hazard of leaving training in its first four months (contract dissolution times 0.45).":
    "Rate, die Ausbildung in den ersten vier Monaten zu verlassen (Vertragslösung mal 0,45).",
  "Hazard of leaving training after the first four months (contract dissolution times 0.45).":
    "Rate, die Ausbildung nach den ersten vier Monaten zu verlassen (Vertragslösung mal 0,45).",
  "Share that passes the final examination at one attempt.":
    "Anteil, der die Abschlussprüfung bei einem Versuch besteht.",
  "Attempts at the final examination.":
    "Versuche in der Abschlussprüfung.",
  "Share of seats on the home track, whose graduates work at the origin.":
    "Anteil der Plätze im Heimat-Zweig, dessen Absolventinnen und Absolventen im Herkunftsland arbeiten.",
  "Months of training in which trainees of the type may still change the track.":
    "Monate der Ausbildung, in denen Auszubildende dieses Typs den Zweig noch wechseln dürfen.",
  "Hazard of changing from the home to the away track while that is possible.":
    "Rate des Wechsels vom Heimat-Zweig in den Zweig für Deutschland, solange er möglich ist.",
  "Hazard of changing from the away to the home track while that is possible.":
    "Rate des Wechsels vom Zweig für Deutschland in den Heimat-Zweig, solange er möglich ist.",
  "Share of the seats that goes to applicants with less than median savings first.":
    "Anteil der Plätze, der zuerst an Bewerbungen mit weniger als den mittleren Ersparnissen geht.",
  "Seats go to who applied first; merit and lot decide among those of one month.":
    "Plätze gehen an die früheste Bewerbung; unter denen eines Monats entscheiden Eignung und Los.",
  "Share that goes to Germany as assistants first and has the qualification recognised there (recognition partnership).":
    "Anteil, der zunächst als Hilfskraft nach Deutschland geht und die Qualifikation dort anerkennen lässt (Anerkennungspartnerschaft).",
  "Share that leaves out the test of equivalence and takes the knowledge test.":
    "Anteil, der auf die Gleichwertigkeitsprüfung verzichtet und gleich die Kenntnisprüfung ablegt.",
  "What the migrant owes the employer for leaving on the first day of the service bond; it falls evenly to 0.":
    "Was die Person dem Arbeitgeber schuldet, wenn sie am ersten Tag der Bindung geht; der Betrag fällt gleichmäßig auf 0.",
  "Months for which the migrant is bound to the employer.":
    "Monate, für die die Person an den Arbeitgeber gebunden ist.",
  "Months between the decision for a partnership and its first seats.":
    "Monate zwischen der Entscheidung für eine Partnerschaft und ihren ersten Plätzen.",
  "New partnerships of the type per origin and occupation at full awareness.":
    "Neue Partnerschaften dieses Typs je Herkunftsland und Beruf bei voller Bekanntheit.",
  "Weight of aptitude against lot in admission, 0 lottery to 1 merit.":
    "Gewicht der Eignung gegenüber dem Los bei der Aufnahme, von 0 Los bis 1 Eignung.",
  "Share of the cost of preparation (language, training, recognition, visa, journey) that the party carries.":
    "Anteil der Vorbereitungskosten (Sprache, Ausbildung, Anerkennung, Visum, Reise), den die Seite trägt.",
  "Type of the partnership.":
    "Typ der Partnerschaft.",
  "Origin of its candidates.":
    "Herkunftsland ihrer Teilnehmenden.",
  "Occupation it trains or recruits for.":
    "Beruf, für den sie ausbildet oder anwirbt.",
  "Training centre it uses.":
    "Ausbildungszentrum, das sie nutzt.",
  "Sectors whose employers may join; all sectors of the occupation when not given.":
    "Branchen, deren Arbeitgeber beitreten können; alle Branchen des Berufs, wenn nichts angegeben ist.",
  "First month with seats.":
    "Erster Monat mit Plätzen.",
  "Candidates it can admit.":
    "Personen, die sie aufnehmen kann.",
  "Month in which project money ends; never for a programme with lasting finance.":
    "Monat, in dem die Projektmittel enden; nie bei einem dauerhaft finanzierten Programm.",
  "Candidates who are on their way at the start, between admission and work.":
    "Personen, die zu Beginn unterwegs sind, zwischen Aufnahme und Arbeit.",
  "Trust between the partners at the start.":
    "Vertrauen zwischen den Partnern zu Beginn.",
  "Effective experience at the start, in reference volumes.":
    "Wirksame Erfahrung zu Beginn, in Bezugsmengen.",
  "Share of the adopters it may reach that are members at the start.":
    "Anteil der erreichbaren teilnehmenden Betriebe, die zu Beginn Mitglied sind.",
  "Where the centre stands.":
    "Wo das Zentrum steht.",
  "Training places at one time.":
    "Gleichzeitige Ausbildungsplätze.",
  "Candidates it can take up in a month.":
    "Personen, die es in einem Monat aufnehmen kann.",
  "Quality of teaching at the start; scales pass shares.":
    "Qualität des Unterrichts zu Beginn; sie skaliert die Bestehensquoten.",
  "How far its curriculum covers the German one.":
    "Wie weit sein Lehrplan den deutschen abdeckt.",
  "Exponent of size when an employer chooses a partnership.":
    "Exponent der Größe, wenn ein Arbeitgeber eine Partnerschaft wählt.",
  "Members added to every partnership before that exponent.":
    "Mitglieder, die jeder Partnerschaft vor diesem Exponenten hinzugerechnet werden.",
  "Weight of a partnership that already has members from the employer's sector and Land.":
    "Gewicht einer Partnerschaft, die schon Mitglieder aus Branche und Land des Arbeitgebers hat.",
  "Scale of the Weibull life of a partnership of no success and no trust.":
    "Skala der Weibull-verteilten Lebensdauer einer Partnerschaft ohne Erfolg und ohne Vertrauen.",
  "Shape of that life; below 1 the young end more often.":
    "Form dieser Lebensdauer; unter 1 enden junge Partnerschaften häufiger.",
  "Fall of the log hazard of dissolution from no to full success of those placed.":
    "Rückgang der logarithmierten Auflösungsrate von keinem bis zu vollem Erfolg der Vermittelten.",
  "Fall of the log hazard of dissolution from no to full trust.":
    "Rückgang der logarithmierten Auflösungsrate von keinem bis zu vollem Vertrauen.",
  "Cost left after each doubling of effective experience.":
    "Kosten, die nach jeder Verdopplung der wirksamen Erfahrung bleiben.",
  "Least cost against the first.":
    "Niedrigste Kosten gegenüber den ersten.",
  "Share of effective experience kept from month to month.":
    "Anteil der wirksamen Erfahrung, der von Monat zu Monat erhalten bleibt.",
  "Share of the monthly experience of partnerships with the same centre that carries over.":
    "Anteil der monatlichen Erfahrung von Partnerschaften am selben Zentrum, der sich überträgt.",
  "Share of the distance to the best experience that full platform intensity bridges.":
    "Anteil des Abstands zur besten Erfahrung, den die Plattform bei voller Stärke überbrückt.",
  "Growth of seats above which quality suffers.":
    "Wachstum der Plätze, ab dem die Qualität leidet.",
  "Months between the order of seats and their arrival.":
    "Monate zwischen der Bestellung von Plätzen und ihrem Entstehen.",
  "Months over which a shortfall of seats is ordered.":
    "Monate, über die fehlende Plätze nachbestellt werden.",
  "Seats wanted per vacancy that members expect to fill this way.":
    "Gewünschte Plätze je offener Stelle, die Mitglieder auf diesem Weg besetzen wollen.",
  "Fall of a centre's quality per growth beyond the limit.":
    "Rückgang der Qualität eines Zentrums je Wachstum über die Grenze hinaus.",
  "Share of the distance to the centre's own quality regained in a month.":
    "Anteil des Abstands zur eigenen Qualität, den das Zentrum in einem Monat zurückgewinnt.",
  "Months of project money of a partnership that forms during the run.":
    "Monate mit Projektmitteln für eine Partnerschaft, die während des Laufs entsteht.",
  "Steepness with which the employers' net present value, in yearly wages, decides whether a partnership outlives its project money.":
    "Wie steil der Kapitalwert der Arbeitgeber, in Jahreslöhnen, darüber entscheidet, ob eine Partnerschaft ihre Projektmittel überlebt.",
  "Seats of a partnership that forms during the run.":
    "Plätze einer Partnerschaft, die während des Laufs entsteht.",
  "Trust in a partnership that forms during the run.":
    "Vertrauen in einer Partnerschaft, die während des Laufs entsteht.",
  "Share of the donors' part that the German state takes over when project money ends.":
    "Anteil am Beitrag der Geldgeber, den der deutsche Staat übernimmt, wenn die Projektmittel enden.",
  "How far organised recruitment for health occupations stops in origins on the safeguards list: below both thresholds.":
    "Wie weit organisierte Anwerbung für Gesundheitsberufe in Herkunftsländern der Schutzliste endet: unter beiden Schwellen.",
  "Doctors, nurses and midwives per 10 000 inhabitants below which an origin may be on the list.":
    "Ärztinnen, Ärzte, Pflegekräfte und Hebammen je 10 000 Einwohner, unter denen ein Herkunftsland auf der Liste stehen kann.",
  "Coverage index below which an origin may be on the list.":
    "Versorgungsindex, unter dem ein Herkunftsland auf der Liste stehen kann.",
  "How far the cap on organised recruitment binds; it binds recruiters, never persons.":
    "Wie weit die Obergrenze für organisierte Anwerbung bindet; sie bindet Anwerber, nie Personen.",
  "Seats and agency placements allowed by the cap, as a share of the stock at the start.":
    "Plätze und Vermittlungen durch Agenturen, die die Obergrenze zulässt, als Anteil am Bestand zu Beginn.",
  "Share of the training cost of a departing qualified person that the German state pays to the origin.":
    "Anteil an den Ausbildungskosten einer ausreisenden Fachkraft, den der deutsche Staat dem Herkunftsland zahlt.",
  "Share of those enrolled with private agencies who lose fee and place by fraud.":
    "Anteil der bei privaten Agenturen Angemeldeten, die durch Betrug Gebühr und Platz verlieren.",
  "Name of the actor.":
    "Name des Akteurs.",
  "Field of action in which its consent counts; for people.":
    "Handlungsfeld, in dem seine Zustimmung zählt; zur Erklärung.",
  "Commitment to the triple win at the start, 0 none to 1 full.":
    "Engagement für den dreifachen Gewinn zu Beginn, von 0 keines bis 1 volles.",
  "Commitment to which it falls back without exchange and evidence.":
    "Engagement, auf das er ohne Austausch und Belege zurückfällt.",
  "Actors with whom it exchanges views on the platform.":
    "Akteure, mit denen er sich auf der Plattform austauscht.",
  "Pace at which commitment moves to the mean of the ties at full intensity of the platform.":
    "Tempo, mit dem sich das Engagement bei voller Stärke der Plattform dem Mittel der Verbundenen nähert.",
  "Pace at which commitment rises when all placements of partnerships succeed, and falls when all fail.":
    "Tempo, mit dem das Engagement steigt, wenn alle Vermittlungen der Partnerschaften gelingen, und fällt, wenn alle scheitern.",
  "Pace at which commitment falls back to its anchor.":
    "Tempo, mit dem das Engagement auf seinen Ausgangswert zurückfällt.",
  "Intensity of exchange on the national platform, 0 none to 1 full.":
    "Stärke des Austauschs auf der nationalen Plattform, von 0 keiner bis 1 voller.",
  "First month of the platform.":
    "Erster Monat der Plattform.",
  "Month in which the platform ends.":
    "Monat, in dem die Plattform endet.",
  "Running cost of the platform, carried by the German state.":
    "Laufende Kosten der Plattform, die der deutsche Staat trägt.",
  "Which lever is moved.":
    "Welche Stellschraube bewegt wird.",
  "First month in which it acts.":
    "Erster Monat, in dem sie wirkt.",
  "Month from which it acts no longer.":
    "Monat, ab dem sie nicht mehr wirkt.",
  "Months from nothing to full strength.":
    "Monate von nichts bis zur vollen Stärke.",
  "Strength in the lever's own measure; 0 changes nothing.":
    "Stärke im eigenen Maß der Stellschraube; 0 ändert nichts.",
  "Condition that must hold for the lever to start, e.g. \"backlog(visa.PHL) > 6 months\".":
    "Bedingung, unter der die Stellschraube zu wirken beginnt, zum Beispiel \"backlog(visa.PHL) > 6 months\".",
  "Whether the lever starts by decree, or when the actors it needs agree on it.":
    "Ob die Stellschraube durch Anordnung wirkt oder erst, wenn die nötigen Akteure zustimmen.",
  "Actors whose consent it needs; the least committed decides the hazard.":
    "Akteure, deren Zustimmung sie braucht; der am wenigsten engagierte bestimmt die Rate.",
  "Hazard that a lever is adopted when all actors it needs are fully committed.":
    "Rate, mit der eine Stellschraube angenommen wird, wenn alle nötigen Akteure voll engagiert sind.",
  "Origins it covers; all when not given.":
    "Herkunftsländer, für die sie gilt; alle, wenn nichts angegeben ist.",
  "Occupations it covers; all when not given.":
    "Berufe, für die sie gilt; alle, wenn nichts angegeben ist.",
  "Types it covers; all when not given.":
    "Typen, für die sie gilt; alle, wenn nichts angegeben ist.",
  "Running cost at full strength.":
    "Laufende Kosten bei voller Stärke.",
  "Who carries the running cost.":
    "Wer die laufenden Kosten trägt.",
};
