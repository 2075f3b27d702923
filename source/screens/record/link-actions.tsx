/** Links of a record with any other: to pick one by a few letters, or to take one away. */
import { registerOf } from '../../registers/index.ts';
import { linkRecords, linkedWith, unlinkRecords } from '../../services/writing/links.ts';
import { recordIdentity } from '../../services/reading/record-view.ts';
import type { Choice } from '../../widgets/overlays/picker-state.ts';
import { openOverlay, type App } from '../app.tsx';
import { recordChoices } from '../palette/record-choices.ts';
import { SearchBox } from '../palette/search-box.tsx';
import { change, titleOfTarget, wordsOf, type Target } from './change-actions.tsx';

interface Chosen {
  readonly id: number;
  readonly linked: boolean;
}

/** With nothing typed, what is linked already: Enter there takes the link away. */
function linkedChoices(app: App, id: number): Choice<Chosen>[] {
  const { language } = app.session.get();
  const words = wordsOf(app).prompt;
  return linkedWith(app.project, id).flatMap((other): Choice<Chosen>[] => {
    const identity = recordIdentity(app.project, other);
    if (identity === null) return [];
    const { code, heading, register } = identity;
    const label = code === null ? heading : `${code.padEnd(7)} ${heading}`;
    return [
      {
        value: { id: other, linked: true },
        label,
        hint: `${registerOf(register).label.one[language]} · ${words.unlink}`,
      },
    ];
  });
}

export function askLink(app: App, target: Target): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const { ids } = target;
  const [first] = ids;
  if (first === undefined) return;
  const find = (text: string): readonly Choice<Chosen>[] => {
    const linked = ids.length === 1 ? linkedChoices(app, first) : [];
    if (text.trim() === '') return linked;
    const known = new Set(linked.map(({ value }) => value.id));
    return recordChoices(app.project, [], text, language)
      .filter(({ value }) => !ids.includes(value))
      .map(
        (choice) =>
          linked.find(({ value }) => value.id === choice.value) ?? {
            ...choice,
            value: { id: choice.value, linked: known.has(choice.value) },
          },
      );
  };
  openOverlay(app, (close) => (
    <SearchBox<Chosen>
      title={words.prompt.linkTitle(titleOfTarget(app, target))}
      placeholder={words.prompt.record}
      empty={words.prompt.linkEmpty}
      context="picker"
      find={find}
      onCancel={close}
      onChoose={({ id, linked }) => {
        close();
        const other = recordIdentity(app.project, id);
        const both = words.toast.both(titleOfTarget(app, target), other?.code ?? other?.heading ?? '');
        if (linked)
          change(app, target, words.toast.unlinked, () => unlinkRecords(app.project, ids, [id]), both);
        else change(app, target, words.toast.linked, () => linkRecords(app.project, ids, [id]), both);
      }}
    />
  ));
}
