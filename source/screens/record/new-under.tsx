/** A new record that names the one at hand: attendance of a session, a measure of a risk, a candidate of a round. */
import type { Label } from '../../language/language.ts';
import { registerOf } from '../../registers/index.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { addAllAsked } from '../../services/writing/records.ts';
import { go, openOverlay, say, type App } from '../app.tsx';
import { tabsOfScreen } from '../session/navigation.ts';
import { recordChoices } from '../palette/record-choices.ts';
import { SearchBox } from '../palette/search-box.tsx';
import { formPage, open } from '../session/session.ts';
import { change, wordsOf, type Target } from './change-actions.tsx';
import { placesFor, placesForMany, type ManyPlace, type Place } from './places.ts';
import { capital } from './record-lines.ts';

/** What such records are called where they are listed by themselves: actions that come from a risk are its measures. */
function calledUnder(register: string, { definition, field }: Place): Label | undefined {
  const tabs = Object.values(tabsOfScreen).flat();
  return tabs.find(
    ({ naming, register: listed }) =>
      listed === definition.name && naming?.field === field && naming.register === register,
  )?.label;
}

export function askNewUnder(app: App, register: string, id: number): void {
  const places = placesFor(register);
  const { language } = app.session.get();
  openOverlay(app, (close) => (
    <Picker
      title={wordsOf(app).prompt.newTitle}
      choices={places.map((place) => ({
        value: place,
        label: capital(place.definition.label.one[language]),
        hint:
          calledUnder(register, place)?.[language] ??
          place.definition.fields[place.field]?.label[language] ??
          '',
        keywords: `${place.definition.name} ${Object.values(calledUnder(register, place) ?? {}).join(' ')}`,
      }))}
      empty={wordsOf(app).list.none}
      width={48}
      height={Math.min(14, places.length)}
      onCancel={close}
      onChoose={({ definition, field }) => {
        close();
        go(app, open({ kind: 'form', register: definition.name, id: null, preset: { [field]: id } }));
      }}
    />
  ));
}

/** One for each that is marked, in one step: what kind, then what the others name besides, such as the group that they join. */
export function askNewUnderMany(app: App, target: Target): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const places = placesForMany(target.register);
  if (places.length === 0) return say(app, 'note', words.prompt.oneAtATime);
  return openOverlay(app, (close) => (
    <Picker
      title={words.prompt.newForEach(target.ids.length)}
      choices={places.map((place) => ({
        value: place,
        label: capital(place.definition.label.one[language]),
        hint: place.definition.fields[place.other]?.label[language] ?? '',
        keywords: place.definition.name,
      }))}
      empty={words.list.none}
      width={48}
      height={Math.min(14, places.length)}
      onCancel={close}
      onChoose={(place) => {
        close();
        askOther(app, target, place);
      }}
    />
  ));
}

function askOther(app: App, target: Target, { definition, field, other, to }: ManyPlace): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const kind = capital(definition.label.one[language]);
  openOverlay(app, (close) => (
    <SearchBox<number>
      title={`${kind}: ${words.prompt.newForEach(target.ids.length)}`}
      placeholder={definition.fields[other]?.label[language] ?? words.prompt.record}
      empty={words.list.none}
      context="picker"
      width={64}
      find={(text) => recordChoices(app.project, to, text, language)}
      onCancel={close}
      onChoose={(id) => {
        close();
        change(app, target, words.toast.added, () =>
          addAllAsked(
            app.project,
            definition.name,
            target.ids.map((one) => ({ [field]: one, [other]: id })),
            language,
          ),
        );
      }}
    />
  ));
}

/** A new record of a list that holds only such as name another: which one is asked first. */
export function askNamed(app: App, register: string, naming: NonNullable<Target['naming']>): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  openOverlay(app, (close) => (
    <SearchBox<number>
      title={capital(registerOf(naming.register).label.one[language])}
      placeholder={words.prompt.record}
      empty={words.list.none}
      context="picker"
      width={64}
      find={(text) => recordChoices(app.project, [naming.register], text, language)}
      onCancel={close}
      onChoose={(id) => {
        close();
        go(app, open(formPage(register, null, { [naming.field]: id })));
      }}
    />
  ));
}
