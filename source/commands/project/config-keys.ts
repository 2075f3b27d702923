/** `config keys` and `config key`: the keys in force, and changing them by the action's id. */
import { wrongUsage } from '../../errors.ts';
import { actions, isActionId } from '../../keys/actions.ts';
import { isKeyName, keyTable, makeKeymap, type KeymapProblem, type KeyRow } from '../../keys/keymap.ts';
import { showKeys } from '../../keys/show-keys.ts';
import { messages } from '../../language/index.ts';
import { nearestWords } from '../../services/reading/listing.ts';
import { keysOf, readSettings, writeSettings } from '../../settings/settings.ts';
import { printJson, printLines, styled, table } from '../line/output.ts';
import type { Call } from '../line/command.ts';

/** The table of all keys, by group; what is wrong with one's own keys stands last. */
export function showKeyTable(call: Call): void {
  const { keymap, problems } = makeKeymap(keysOf(call.settings), call.language);
  const rows = keyTable(call.language, keymap);
  if (call.json) {
    printJson(call, { keys: rows, problems });
    return;
  }
  const words = call.say.config;
  const grouped = Map.groupBy(rows, ({ group }) => group);
  const headings = [
    { heading: words.columns.keys },
    { heading: words.columns.help },
    { heading: words.columns.action },
  ];
  const cells = ({ keys, help, action }: KeyRow): string[] => [
    keys === '' ? words.byPalette : keys,
    help,
    action,
  ];
  for (const [group, own] of grouped)
    printLines(call, [styled(call, 'bold', group), ...table(call, headings, own.map(cells)).slice(1), '']);
  printLines(
    call,
    problems.map((problem) => styled(call, 'alarm', problemSentence(call, problem))),
  );
}

function problemSentence({ language }: Call, problem: KeymapProblem): string {
  return messages(language).console.keyProblem({
    ...problem,
    ...('keys' in problem && { keys: showKeys(problem.keys, language) }),
  });
}

function unknownAction(word: string): Error {
  const near = nearestWords(
    word,
    actions.map(({ id }) => id),
  );
  return wrongUsage('unknown-action', { word, near });
}

/** Gives an action its keys; keys that are another's already are refused, and nothing is written. */
export async function setKey(call: Call, [action, ...written]: readonly string[]): Promise<void> {
  if (action === undefined || written.length === 0)
    throw wrongUsage('missing-word', { usage: 'luotsi config key ACTION KEYS…|default' });
  if (!isActionId(action)) throw unknownAction(action);
  const { keys } = readSettings(call.place.environment);
  const others = Object.fromEntries(Object.entries(keys).filter(([id]) => id !== action));
  const reset = written.length === 1 && written[0] === 'default';
  const wrong = reset ? undefined : written.find((one) => !one.split(' ').every(isKeyName));
  if (wrong !== undefined) throw wrongUsage('unknown-key', { key: wrong });
  const wanted = reset ? others : { ...others, [action]: written };
  const clash = makeKeymap(keysOf({ keys: wanted })).problems.find(
    (one) => one.kind === 'conflict' && (one.kept === action || one.lost === action),
  );
  if (clash?.kind === 'conflict')
    throw wrongUsage('key-taken', {
      key: clash.keys,
      other: clash.kept === action ? clash.lost : clash.kept,
    });
  await writeSettings(call.place.environment, { keys: wanted });
  const row = keyTable(call.language, makeKeymap(keysOf({ keys: wanted }), call.language).keymap).find(
    (one) => one.action === action,
  );
  if (call.json) printJson(call, { action, keys: reset ? null : written });
  else printLines(call, [`${row?.label ?? action}: ${row?.keys ?? ''}`]);
}
