// German meanings of parameters, by the English ones of the parameter table: persons, stages, money.

export const persons: Readonly<Record<string, string>> = {
  "Hazard that a person in the pool looks for work abroad at full intention.":
    "Rate, mit der eine Person im Pool bei voller Absicht Arbeit im Ausland sucht.",
  "When 0 or more, this constant hazard replaces the intention model.":
    "Bei 0 oder mehr ersetzt diese feste Rate das Modell der Absicht.",
  "Intention stock at the start.":
    "Absicht zu Beginn.",
  "Share of the distance to its target that the intention stock moves in a month.":
    "Anteil des Abstands zum Ziel, um den sich die Absicht in einem Monat bewegt.",
  "Weight of the attitude (wage gap less cost, language and distance) in intention.":
    "Gewicht der Einstellung (Lohnabstand abzüglich Kosten, Sprache und Entfernung) in der Absicht.",
  "Weight of the share of peers abroad in intention.":
    "Gewicht des Anteils Gleichaltriger im Ausland in der Absicht.",
  "Weight of the perceived chance of success in intention.":
    "Gewicht der wahrgenommenen Erfolgsaussicht in der Absicht.",
  "Attitude per log ratio of wages at purchasing power.":
    "Einstellung je logarithmiertem Verhältnis der Löhne in Kaufkraft.",
  "Fall of utility per own cost in yearly wages of the origin.":
    "Rückgang des Nutzens je eigenen Kosten in Jahreslöhnen des Herkunftslands.",
  "Fall of attitude from no to full linguistic distance.":
    "Rückgang der Einstellung von keinem bis zu vollem sprachlichem Abstand.",
  "Fall of attitude per log of distance in thousand kilometres.":
    "Rückgang der Einstellung je Logarithmus der Entfernung in tausend Kilometern.",
  "Fall of utility per expected year until work.":
    "Rückgang des Nutzens je erwartetem Jahr bis zur Arbeit.",
  "Rise of utility from no to certain success of the channel.":
    "Anstieg des Nutzens von keinem bis zu sicherem Erfolg des Wegs.",
  "Scale of the random part of utility; towards 0 the best option is taken.":
    "Skala des zufälligen Teils des Nutzens; gegen 0 wird stets die beste Möglichkeit gewählt.",
  "Take the first option better than staying, in the order of the types, instead of the logit.":
    "Nimmt die erste Möglichkeit, die besser ist als Bleiben, in der Folge der Typen, statt des Logit-Modells.",
  "Standard deviation of the log of the personal factor on the hazard.":
    "Standardabweichung des Logarithmus des persönlichen Faktors auf die Rate.",
  "Standard deviation of the log of language aptitude.":
    "Standardabweichung des Logarithmus der Sprachbegabung.",
  "Median savings and credit of a candidate, in monthly wages of the origin.":
    "Mittlere Ersparnisse und Kredit einer Person, in Monatslöhnen des Herkunftslands.",
  "Standard deviation of the log of savings.":
    "Standardabweichung des Logarithmus der Ersparnisse.",
  "Share of the rejected who apply again the next month instead of going back to the pool.":
    "Anteil der Abgelehnten, die sich im nächsten Monat wieder bewerben, statt in den Pool zurückzugehen.",
  "Interest on recruitment debt.":
    "Zins auf Schulden aus der Anwerbung.",
  "Share of the net wage in Germany that goes to recruitment debt until it is repaid.":
    "Anteil des Nettolohns in Deutschland, der in die Schulden aus der Anwerbung geht, bis sie getilgt sind.",
  "When 0 or more, this constant monthly probability replaces the stage's own rule for moving on.":
    "Bei 0 oder mehr ersetzt diese feste monatliche Wahrscheinlichkeit die eigene Regel der Stufe für das Weitergehen.",
  "When 0 or more, this constant monthly probability replaces the stage's own rule for giving up.":
    "Bei 0 oder mehr ersetzt diese feste monatliche Wahrscheinlichkeit die eigene Regel der Stufe für das Aufgeben.",
  "Cost of preparation when the stage is entered.":
    "Kosten der Vorbereitung beim Eintritt in die Stufe.",
  "Cost of preparation per person and month in the stage.":
    "Kosten der Vorbereitung je Person und Monat in der Stufe.",
  "Persons put into the stage from outside, for verification and thought experiments.":
    "Von außen in die Stufe gesetzte Personen, zur Prüfung des Modells und für Gedankenexperimente.",
  "How those entries vary.":
    "Wie diese Eintritte schwanken.",
  "Months after which the entries stop.":
    "Monate, nach denen die Eintritte enden.",
  "Persons in the stage before the first month.":
    "Personen in der Stufe vor dem ersten Monat.",
  "Type of the persons put in from outside.":
    "Typ der von außen eingesetzten Personen.",
  "Their origin.":
    "Ihr Herkunftsland.",
  "Their occupation.":
    "Ihr Beruf.",
  "Mean months of full-time learning to the level from the one below, for average aptitude.":
    "Mittlere Monate Vollzeitlernen von der Stufe darunter bis zu diesem Niveau, bei mittlerer Begabung.",
  "Share that passes the level's examination at one attempt.":
    "Anteil, der die Prüfung des Niveaus bei einem Versuch besteht.",
  "Mean months until the examination is taken again.":
    "Mittlere Monate bis zur Wiederholung der Prüfung.",
  "Hazard of giving up learning.":
    "Rate, das Lernen aufzugeben.",
  "Rise of that log hazard per failed examination.":
    "Anstieg dieser logarithmierten Rate je nicht bestandener Prüfung.",
  "Rise of the log hazard of giving up per year since application or the end of training, in every stage before departure.":
    "Anstieg der logarithmierten Rate des Aufgebens je Jahr seit Bewerbung oder Ende der Ausbildung, in jeder Stufe vor der Ausreise.",
  "Hazard of falling back one level while a decision is pending.":
    "Rate, um ein Niveau zurückzufallen, solange eine Entscheidung aussteht.",
  "Hazard that a migrant at work rises by one level of German, up to C1.":
    "Rate, mit der sich Zugewanderte bei der Arbeit um ein Deutschniveau verbessern, bis C1.",
  "Share of the cost of language courses that the German state carries before anyone else pays.":
    "Anteil an den Kosten der Sprachkurse, den der deutsche Staat trägt, bevor andere zahlen.",
  "Mean months until missing documents arrive.":
    "Mittlere Monate, bis fehlende Unterlagen eintreffen.",
  "Median months of case work on a complete file.":
    "Mediane Bearbeitungszeit einer vollständigen Akte in Monaten.",
  "Standard deviation of the log of those months.":
    "Standardabweichung des Logarithmus dieser Monate.",
  "Hazard of giving up while recognition is pending.":
    "Rate des Aufgebens während des Anerkennungsverfahrens.",
  "Months of the compensation measure (adaptation course or preparation for the knowledge test).":
    "Monate der Ausgleichsmaßnahme (Anpassungslehrgang oder Vorbereitung auf die Kenntnisprüfung).",
  "Share that passes the compensation measure at one attempt, at language level B2.":
    "Anteil, der die Ausgleichsmaßnahme bei einem Versuch besteht, bei Sprachniveau B2.",
  "Attempts allowed.":
    "Erlaubte Versuche.",
  "Months until the next attempt.":
    "Monate bis zum nächsten Versuch.",
  "Share of those who fail for good that return; the others stay in other work.":
    "Anteil derer, die endgültig scheitern und zurückkehren; die übrigen bleiben in anderer Arbeit.",
  "Change of the log odds of passing the compensation measure per language level from B2.":
    "Änderung der logarithmierten Chance, die Ausgleichsmaßnahme zu bestehen, je Sprachniveau von B2 aus.",
  "Months for which the residence title for recognition is given; who is not recognised by then loses it.":
    "Monate, für die der Aufenthaltstitel zur Anerkennung erteilt wird; wer bis dahin nicht anerkannt ist, verliert ihn.",
  "Mean months of case work after the case is taken up.":
    "Mittlere Bearbeitungszeit in Monaten, nachdem der Fall aufgenommen ist.",
  "Hazard of giving up while the visa is pending.":
    "Rate des Aufgebens während des Visumverfahrens.",
  "Share of the visa cases that come with the recognition file and need no place in the visa post's line.":
    "Anteil der Visumfälle, die mit der Anerkennungsakte kommen und keinen Platz in der Schlange der Visastelle brauchen.",
  "Hazard of giving up the search for an employer.":
    "Rate, die Suche nach einem Arbeitgeber aufzugeben.",
  "Weight of a language level when an employer ranks candidates.":
    "Gewicht eines Sprachniveaus, wenn ein Arbeitgeber Bewerbungen ordnet.",
  "Weight of full recognition when an employer ranks candidates.":
    "Gewicht der vollen Anerkennung, wenn ein Arbeitgeber Bewerbungen ordnet.",
  "Spread of what the employer sees beyond that.":
    "Streuung dessen, was der Arbeitgeber darüber hinaus sieht.",
  "Social integration on arrival without preparation.":
    "Soziale Integration bei der Ankunft ohne Vorbereitung.",
  "What full preparation adds to it; the range includes no effect.":
    "Was volle Vorbereitung hinzufügt; die Spanne schließt keine Wirkung ein.",
  "Speed of social integration at full language, welcome and contacts.":
    "Tempo der sozialen Integration bei voller Sprache, Aufnahme und vollen Kontakten.",
  "Economic integration on arrival.":
    "Wirtschaftliche Integration bei der Ankunft.",
  "Speed of economic integration in recognised work.":
    "Tempo der wirtschaftlichen Integration in anerkannter Arbeit.",
  "Welcome quality of employers: mentoring, support at work.":
    "Güte der Aufnahme beim Arbeitgeber: Begleitung und Unterstützung bei der Arbeit.",
  "Level of contacts of the same origin when many have come.":
    "Kontakte zu Menschen gleicher Herkunft, wenn viele gekommen sind.",
  "Share who meet discrimination; slows social integration by a third at 1.":
    "Anteil derer, die Diskriminierung erfahren; bei 1 verlangsamt sie die soziale Integration um ein Drittel.",
  "Slowing of economic integration while not recognised.":
    "Verlangsamung der wirtschaftlichen Integration, solange die Anerkennung fehlt.",
  "Share of migrants who leave a partner or children at the origin.":
    "Anteil der Zugewanderten, die Partnerin, Partner oder Kinder im Herkunftsland zurücklassen.",
  "Hazard that the family joins once it may.":
    "Rate, mit der die Familie nachzieht, sobald sie darf.",
  "Months of work in Germany before the family may join.":
    "Monate Arbeit in Deutschland, bevor die Familie nachziehen darf.",
  "Fall of the log hazards of return and onward move when the family has joined.":
    "Rückgang der logarithmierten Raten von Rückkehr und Weiterzug, wenn die Familie nachgezogen ist.",
  "Rise of the log hazard of return while the family lives at the origin.":
    "Anstieg der logarithmierten Rückkehrrate, solange die Familie im Herkunftsland lebt.",
  "How much faster social integration is when the family has joined, as a share.":
    "Um wie viel schneller die soziale Integration ist, wenn die Familie nachgezogen ist, als Anteil.",
  "Fall of what is sent home when the family has joined, as a share.":
    "Rückgang der Heimatüberweisungen, wenn die Familie nachgezogen ist, als Anteil.",
  "Weibull scale of changing employer at middling integration.":
    "Weibull-Skala des Arbeitgeberwechsels bei mittlerer Integration.",
  "Weibull shape.":
    "Weibull-Form.",
  "Fall of the log hazard from no to full social integration.":
    "Rückgang der logarithmierten Rate von keiner bis zu voller sozialer Integration.",
  "Fall of the log hazard from no to full economic integration; negative means a rise.":
    "Rückgang der logarithmierten Rate von keiner bis zu voller wirtschaftlicher Integration; negativ heißt Anstieg.",
  "Weibull scale of leaving the occupation for other work in Germany.":
    "Weibull-Skala des Wechsels in andere Arbeit in Deutschland.",
  "Fall of the log hazard from no to full economic integration.":
    "Rückgang der logarithmierten Rate von keiner bis zu voller wirtschaftlicher Integration.",
  "Weibull scale of returning to the origin.":
    "Weibull-Skala der Rückkehr ins Herkunftsland.",
  "Weibull shape; below 1 the recent leave more often.":
    "Weibull-Form; unter 1 gehen kürzlich Angekommene häufiger.",
  "Weibull scale of moving on to another country.":
    "Weibull-Skala des Weiterzugs in ein anderes Land.",
  "Fall of the log hazard from no to full economic integration; negative means that the well placed move on.":
    "Rückgang der logarithmierten Rate von keiner bis zu voller wirtschaftlicher Integration; negativ heißt, dass die gut Gestellten weiterziehen.",
  "Weibull scale of losing the job.":
    "Weibull-Skala des Stellenverlusts.",
  "Months that the residence title gives to find another job.":
    "Monate, die der Aufenthaltstitel für die Suche nach einer neuen Stelle lässt.",
  "Hazard of finding another job in the occupation in that time.":
    "Rate, in dieser Zeit eine neue Stelle im Beruf zu finden.",
  "Months of recognised work until settlement.":
    "Monate anerkannter Arbeit bis zur Niederlassungserlaubnis.",
  "The same after training in Germany.":
    "Dasselbe nach einer Ausbildung in Deutschland.",
  "Fall of the log hazards of return and onward move once settled.":
    "Rückgang der logarithmierten Raten von Rückkehr und Weiterzug mit Niederlassungserlaubnis.",
  "Exit hazards of workers who are not yet recognised against recognised ones.":
    "Abgangsraten noch nicht anerkannter Kräfte gegenüber anerkannten.",
  "Factor on changing employer while a service bond lasts.":
    "Faktor auf den Arbeitgeberwechsel, solange eine Bindung besteht.",
  "Hazard that a returned migrant comes again.":
    "Rate, mit der eine zurückgekehrte Person noch einmal kommt.",
  "Log gap to the domestic wage on recognised arrival.":
    "Logarithmierter Abstand zum inländischen Lohn bei der Ankunft mit Anerkennung.",
  "Log gap in the long run.":
    "Logarithmierter Abstand auf lange Sicht.",
  "Speed at which the gap closes.":
    "Tempo, mit dem sich der Abstand schließt.",
  "Pay of an apprentice against a recognised worker.":
    "Vergütung in der Ausbildung gegenüber einer anerkannten Fachkraft.",
  "Pay of those who work in Germany outside their occupation against a recognised worker. Upper end: recognition raises pay by 19.8 % (recog_wage_effect).":
    "Lohn derer, die in Deutschland außerhalb ihres Berufs arbeiten, gegenüber einer anerkannten Fachkraft. Obergrenze: Anerkennung hebt den Lohn um 19,8 % (recog_wage_effect).",
  "Income tax as a share of the gross wage.":
    "Einkommensteuer als Anteil am Bruttolohn.",
  "The worker's social contributions as a share of the gross wage.":
    "Sozialabgaben der Beschäftigten als Anteil am Bruttolohn.",
  "Share of migrants who send money home.":
    "Anteil der Zugewanderten, die Geld nach Hause schicken.",
  "Share of the net wage that they send.":
    "Anteil des Nettolohns, den sie schicken.",
  "Speed at which sending fades with time since arrival.":
    "Tempo, mit dem die Überweisungen mit der Zeit seit der Ankunft nachlassen.",
  "Discount of later gains; 3 % a year.":
    "Abzinsung späterer Gewinne; 3 % im Jahr.",
  "The employer's social contributions on top of the gross wage.":
    "Sozialabgaben des Arbeitgebers zusätzlich zum Bruttolohn.",
  "Share of social contributions that is not matched by later claims of the contributor.":
    "Anteil der Sozialabgaben, dem keine späteren Ansprüche der Zahlenden gegenüberstehen.",
  "Public cost of placement per arrival through types A, B and D, carried by the German state.":
    "Öffentliche Kosten der Vermittlung je Ankunft über die Typen A, B und D, getragen vom deutschen Staat.",
  "Cost of welcome and integration services per arrival, carried by the employer.":
    "Kosten von Aufnahme und Integrationsangeboten je Ankunft, getragen vom Arbeitgeber.",
  "Benefits of the German state for a month of search after a job is lost.":
    "Leistungen des deutschen Staats für einen Monat der Suche nach einem Stellenverlust.",
  "Loss of a displaced domestic worker as a share of the wage.":
    "Verlust einer verdrängten inländischen Kraft als Anteil am Lohn.",
  "Public cost of a case that a recognition office takes up, carried by the German state: staff follow cases, so that more staff cost more.":
    "Öffentliche Kosten eines Falls, den eine Anerkennungsstelle aufnimmt, getragen vom deutschen Staat: Das Personal folgt den Fällen, mehr Personal kostet also mehr.",
  "Public cost of a case that a visa post takes up beyond its fee, carried by the German state.":
    "Öffentliche Kosten eines Falls, den eine Visastelle aufnimmt, über die Gebühr hinaus, getragen vom deutschen Staat.",
  "What the German state pays the employer for each person of a partnership who is at work twelve months after arrival, where outcomes are paid.":
    "Was der deutsche Staat dem Arbeitgeber für jede Person einer Partnerschaft zahlt, die zwölf Monate nach der Ankunft in Arbeit ist, wo nach Ergebnis gezahlt wird.",
  "Share of those persons for whom outcomes are paid.":
    "Anteil dieser Personen, für die nach Ergebnis gezahlt wird.",
  "Fee of the accelerated procedure, carried by the employer.":
    "Gebühr des beschleunigten Verfahrens, getragen vom Arbeitgeber.",
};
