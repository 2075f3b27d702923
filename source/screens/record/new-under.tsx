/** A new record that names the one at hand: attendance of a session, a measure of a risk, a candidate of a round. */
import { registers, type Definition } from '../../registers/index.ts';
import { Picker } from '../../widgets/picker.tsx';
import { go, openOverlay, type App } from '../app.tsx';
import { open } from '../session.ts';
import { wordsOf } from './change-actions.tsx';
import { capital } from './record-lines.ts';

interface Place {
  readonly definition: Definition;
  /** The field that will name the record at hand. */
  readonly field: string;
}

/** Registers that can name a record of this one, its own parts first. */
function placesFor(register: string): Place[] {
  const places = registers.flatMap((definition): Place[] => {
    const fits = Object.entries(definition.fields).filter(
      ([, { kind, to }]) => kind === 'reference' && to?.includes(register) === true,
    );
    const own = fits.find(([name]) => name === definition.parent);
    const [field] = own ?? fits[0] ?? [];
    return field === undefined ? [] : [{ definition, field }];
  });
  const isPart = ({ definition, field }: Place): boolean => definition.parent === field;
  return [...places.filter(isPart), ...places.filter((place) => !isPart(place))];
}

export function canHoldOthers(register: string): boolean {
  return placesFor(register).length > 0;
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
        hint: place.definition.fields[place.field]?.label[language] ?? '',
        keywords: place.definition.name,
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
