/** A passphrase: from the environment, from a file descriptor, or asked at the terminal without showing it; never a word of the command. */
import { readFileSync } from 'node:fs';
import { UserError, wrongUsage } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import type { Call } from './command.ts';

/** @throws UserError needs-passphrase, short-passphrase, passphrases-differ */
export async function passphraseFor(call: Call, isNew: boolean): Promise<string> {
  const given = givenBeforehand(call);
  const words = messages(call.language).backups.passphrase;
  if (given === null && (!call.place.isTerminal || call.json))
    throw new UserError('needs-passphrase', undefined, 2);
  const passphrase = given ?? (await asked(call, isNew ? words.choose : words.ask));
  if (!isNew) return passphrase;
  if (passphrase.length < fewest) throw new UserError('short-passphrase', { fewest });
  if (given === null && (await asked(call, words.again)) !== passphrase)
    throw new UserError('passphrases-differ', undefined);
  return passphrase;
}

const fewest = 10;

function givenBeforehand(call: Call): string | null {
  const descriptor = call.options.value('passphrase-fd');
  if (descriptor !== undefined) {
    if (!/^\d{1,4}$/.test(descriptor))
      throw wrongUsage('wrong-option', { option: 'passphrase-fd', text: descriptor, forms: ['3'] });
    return readFileSync(Number(descriptor), 'utf8').split(/\r?\n/)[0] ?? '';
  }
  return call.place.environment['LUOTSI_PASSPHRASE'] || null;
}

/** One line of what is typed; nothing of it is shown. */
async function asked(call: Call, question: string): Promise<string> {
  const { stdin } = process;
  // Before it asks: quick fingers and pasted words come as soon as the question is seen.
  stdin.setRawMode(true);
  call.place.writeError(question);
  stdin.setEncoding('utf8');
  stdin.resume();
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = '';
      const hear = (data: string): void => {
        for (const character of data) {
          if (character === '\r' || character === '\n') return finish(() => resolve(typed));
          if (character === '\u0003' || character === '\u0004')
            return finish(() => reject(new UserError('needs-passphrase', undefined, 1)));
          if (character === '\u007F' || character === '\b') typed = typed.replace(/.$/u, '');
          else if (character >= ' ') typed += character;
        }
      };
      const finish = (settle: () => void): void => {
        stdin.off('data', hear);
        settle();
      };
      stdin.on('data', hear);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    call.place.writeError('\n');
  }
}
