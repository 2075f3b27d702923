import { existsSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UserError, wrongUsage } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { copyTo, listCopies, makeCopy, refuseToReplace } from '../../services/safety/backup.ts';
import { blankContext } from '../../services/project/clock-words.ts';
import { formatDay, formatTime } from '../../services/reading/days.ts';
import { makeFolder, sealedEnding } from '../../services/safety/copies.ts';
import { findCopy, restoreFile } from '../../services/safety/restore.ts';
import { passphraseFor } from '../line/passphrase.ts';
import type { Project } from '../../services/project/project.ts';
import type { Restored } from '../../services/safety/restore.ts';
import { answered } from '../line/ask.ts';
import { placeOfCopies } from './copies.ts';
import { printJson, printLines, table } from '../line/output.ts';
import { defaultPath, projectPath, withProject } from '../project/project.ts';
import type { Copy } from '../../services/safety/copies.ts';
import type { Call, Command } from '../line/command.ts';

export const backup: Command = {
  usage: 'backup [list] [--encrypt] [--out FILE]',
  changes: true,
  options: ['out', 'force', 'encrypt', 'passphrase-fd'],
  words: [0, 1],
  run: async (call) => {
    const [word] = call.words;
    if (word === 'list') return showCopies(call);
    if (word !== undefined)
      throw wrongUsage('unknown-command', { word: `backup ${word}`, near: ['backup list'] });
    return withProject(call, async (project) => {
      const out = call.options.value('out');
      // A slash at its end tells a folder, and is gone from the whole path.
      if (out !== undefined) refuseToReplace(out, 'copy');
      const path = out === undefined ? null : resolve(out);
      if (path !== null && refuseToReplace(path, 'copy') && !call.options.has('force'))
        throw new UserError('file-exists', { path, canForce: true });
      const made = call.options.has('encrypt')
        ? await encrypted(call, project, path)
        : path === null
          ? makeCopy(project, placeOfCopies(call, project.store.path), 'own').path
          : copiedTo(project, path);
      if (call.json) printJson(call, { path: made });
      else printLines(call, [messages(call.language).trust.copies.made(call.place.text.safe(made))]);
      return 0;
    });
  },
};

function copiedTo(project: Project, path: string): string {
  copyTo(project, path);
  return path;
}

/** A copy that only its passphrase opens; nothing of it stays open beside it. */
async function encrypted(call: Call, project: Project, path: string | null): Promise<string> {
  const { sealCopy } = await import('../../services/safety/sealed-copies.ts');
  const passphrase = await passphraseFor(call, true);
  const place = { ...placeOfCopies(call, project.store.path), own: null };
  const plain = path === null ? makeCopy(project, place, 'own').path : openPart(place.folder, path);
  try {
    if (path !== null) copyTo(project, plain);
    return await sealCopy(plain, path ?? plain + sealedEnding, passphrase);
  } finally {
    rmSync(plain, { force: true });
  }
}

/** Where the open copy lies that is to be sealed: never in the folder that it goes to, which others may look into. */
function openPart(folder: string, path: string): string {
  makeFolder(folder);
  return join(folder, `${basename(path)}.${process.pid}.open.part`);
}

/** The file whose copies are meant, even if it is gone. */
function pathMeant(call: Call): string {
  return projectPath(call) ?? call.settings.files[0] ?? defaultPath(call);
}

function showCopies(call: Call): number {
  const copies = listCopies(placeOfCopies(call, pathMeant(call)));
  if (call.json) printJson(call, copies);
  else if (copies.length === 0) printLines(call, [messages(call.language).trust.copies.none]);
  else printLines(call, copyTable(call, copies));
  return 0;
}

function copyTable(call: Call, copies: readonly Copy[]): string[] {
  const { columns, reason, megabytes } = messages(call.language).trust.copies;
  const rows = copies.map((copy) => [
    formatDay(copy.day, call.language, 'full'),
    formatTime(copy.time, call.language),
    String(copy.step),
    megabytes(copy.bytes),
    copy.sealed ? `${reason(copy.reason)} · ${messages(call.language).backups.sealed}` : reason(copy.reason),
    copy.path,
  ]);
  const right = 'right' as const;
  return table(
    call,
    [
      { heading: columns.day },
      { heading: columns.time },
      { heading: columns.step, align: right },
      { heading: columns.size, align: right },
      { heading: columns.reason },
      { heading: columns.path },
    ],
    rows,
  );
}

export const restore: Command = {
  usage: 'restore [FILE|DAY] [--yes] [--back] [--passphrase-fd N]',
  changes: true,
  options: ['yes', 'back', 'passphrase-fd'],
  words: [0, 1],
  run: async (call) => {
    const path = pathMeant(call);
    const source = sourceMeant(call, path);
    const { copies } = messages(call.language).trust;
    const { safe } = call.place.text;
    if (!call.options.has('yes') && existsSync(path)) {
      if (!call.place.isTerminal || call.json) throw new UserError('needs-yes', { path }, 2);
      if (!(await answered(copies.ask({ path: safe(path), copy: safe(source) }), copies.yes))) {
        printLines(call, [copies.unchanged]);
        return 1;
      }
    }
    const restored = await restoredFrom(call, path, source);
    if (call.json) printJson(call, { path, ...restored });
    else {
      const lines = [copies.restored({ path: safe(path), from: safe(source) })];
      if (restored.kept !== null) lines.push(copies.kept(safe(restored.kept)));
      printLines(call, lines);
    }
    return 0;
  },
};

/** A sealed copy is opened first, in a file that goes again. */
async function restoredFrom(call: Call, path: string, source: string): Promise<Restored> {
  const place = placeOfCopies(call, path);
  const { environment } = call.place;
  if (!source.endsWith(sealedEnding)) return restoreFile(path, source, place, environment);
  const { openCopy } = await import('../../services/safety/sealed-copies.ts');
  const passphrase = await passphraseFor(call, false);
  const opened = await openCopy(source, passphrase, {
    place,
    key: call.settings.backupKey?.identity ?? null,
  });
  try {
    return { ...restoreFile(path, opened, place, environment), from: source };
  } finally {
    rmSync(opened, { force: true });
  }
}

/** A file of that name, else the copy of a day, else the newest copy. */
function sourceMeant(call: Call, path: string): string {
  const [word] = call.words;
  const place = placeOfCopies(call, path);
  const back = call.options.has('back');
  if (word === undefined || back) return findCopy(place, null, back).path;
  if (existsSync(word)) return resolve(word);
  if (/[/\\]|\.luotsi(\.age)?$/.test(word)) throw new UserError('no-file', { path: resolve(word) });
  const day = blankContext(call.language, call.place.environment).day(word);
  return findCopy(place, day, false).path;
}
