// The steps of a session but the last.
import type { JSX } from "preact";
import { usePage } from "../context";
import { Changes, changeSentences } from "../live/changes";
import { isUnchanged } from "../live/edits";
import { GuessForm, Revealed } from "../live/guess";
import { Absent, Actions, Fields, Status } from "../live/panel";
import { Steps as History } from "../live/steps";
import { WinCards } from "../views/win-cards";
import { BigChart } from "./big-chart";

const minis = ["partnerships_active", "seats", "recognitions", "vacancies", "remittances", "home_track_graduates"];

function Minis(): JSX.Element {
  return <div class="minis">{minis.map((name) => <BigChart key={name} variable={name} isMini shape={0.34} />)}</div>;
}

export function Today(): JSX.Element {
  return (
    <>
      <div class="bigs"><BigChart variable="arrivals" /><BigChart variable="origin_employed" /></div>
      <Minis />
    </>
  );
}

export function Guessing(): JSX.Element {
  const { live, round, setRound, change } = usePage();
  if (live.absence !== "") return <Absent />;
  return <GuessForm guesses={round.guesses} isEarly onGuess={(guesses) => {
    setRound({ guesses, revealedFor: null });
    change({ present: 3 });
  }} />;
}

/** The levers and, in large sentences, what has been moved; no result. */
export function Moving(): JSX.Element {
  const { live } = usePage();
  if (live.absence !== "") return <Absent />;
  return (
    <div class="moving">
      <section class="panel"><Fields /></section>
      <section class="moved panel"><Changes /><Status /><Actions /><History /></section>
    </div>
  );
}

export function Reveal(): JSX.Element {
  const { live, stored, speech, round } = usePage();
  const hasGuesses = round.guesses.length > 0;
  if (isUnchanged(live.edits)) return <p class="callout">{speech.text.facilitate.moveFirst}</p>;
  return (
    <>
      <ul class="told">{changeSentences(live, stored, speech).map((text) => <li key={text}>{text}</li>)}</ul>
      <div class="bigs">
        <BigChart variable="arrivals" />
        {hasGuesses ? <Revealed guesses={round.guesses} withStrip /> : <BigChart variable="arrivals" isDifference />}
      </div>
      <Minis />
      {hasGuesses && <BigChart variable="arrivals" isDifference shape={0.25} />}
    </>
  );
}

export function Gains(): JSX.Element {
  return <WinCards />;
}
