/** Records as choices: by a few letters, in one register or in all. */
import type { Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { overrideOf } from '../overrides.ts';
import { listOf, searchFor } from '../../services/listing.ts';
import type { Project } from '../../services/project.ts';
import type { Choice } from '../../widgets/picker-state.ts';

const most = 40;

interface Found {
  readonly id: number;
  readonly code: string | null;
  readonly heading: string;
  readonly register: string;
}

function choiceOf({ id, code, heading, register }: Found, language: Language): Choice<number> {
  return {
    value: id,
    label: code === null ? heading : `${code.padEnd(7)} ${heading}`,
    hint: registerOf(register).label.one[language],
  };
}

/** Of these registers, or of any that has codes when none is named. */
export function recordChoices(
  project: Project,
  registers: readonly string[],
  text: string,
  language: Language,
): readonly Choice<number>[] {
  if (text.trim() === '')
    return registers.flatMap((register) =>
      listOf(project, registerOf(register), { limit: most }, language).map((record) =>
        choiceOf({ ...record, register }, language),
      ),
    );
  const found = searchFor(project, text, most * 5).filter(({ register, code }) =>
    registers.length === 0 ? code !== null : registers.includes(register),
  );
  const isMention = ({ register }: Found): boolean => overrideOf(register).mentions === true;
  return [...found.filter((one) => !isMention(one)), ...found.filter(isMention)]
    .slice(0, most)
    .map((one) => choiceOf(one, language));
}
