/**
 * Everything a key can do: id, label, help. The footer, `?`, the palette and the README's table come from here. Keys
 * stand in keymap.ts, handlers in the screens; whether an action can be done now, and why not, the screen says by id.
 */
import type { Label } from '../language/language.ts';

export const actionGroups = {
  screens: { fi: 'Näkymät', en: 'Screens' },
  move: { fi: 'Liikkuminen', en: 'Moving' },
  list: { fi: 'Luettelo', en: 'List' },
  record: { fi: 'Tietue', en: 'Record' },
  copy: { fi: 'Kopiointi', en: 'Copying' },
  undo: { fi: 'Peruminen', en: 'Undoing' },
  form: { fi: 'Lomake', en: 'Form' },
  report: { fi: 'Raportti', en: 'Report' },
  running: { fi: 'Kokous', en: 'Session' },
  attendance: { fi: 'Läsnäolo', en: 'Attendance' },
  choice: { fi: 'Valinta', en: 'Choosing' },
  program: { fi: 'Ohjelma', en: 'Program' },
} as const satisfies Readonly<Record<string, Label>>;

export type ActionGroup = keyof typeof actionGroups;

interface ActionShape {
  readonly id: string;
  readonly group: ActionGroup;
  /** A word or two, for the footer and the palette. */
  readonly label: Label;
  /** A sentence, for `?` and the README. */
  readonly help: Label;
  /** Place in the footer, the most wanted first; without it the action is not shown there. */
  readonly footer?: number;
}

/** One row an action, short enough to be read as a table. */
function action<const Id extends string>(
  id: Id,
  group: ActionGroup,
  label: readonly [fi: string, en: string],
  help: readonly [fi: string, en: string],
  footer?: number,
): ActionShape & { readonly id: Id } {
  return {
    id,
    group,
    label: { fi: label[0], en: label[1] },
    help: { fi: help[0], en: help[1] },
    ...(footer !== undefined && { footer }),
  };
}

// prettier-ignore
export const actions = [
  action('screen.today', 'screens', ['tänään', 'today'], ['Tänään: mitä on myöhässä, mitä tehdään nyt', 'Today: what is late, what is due now']),
  action('screen.recruitment', 'screens', ['rekrytointi', 'recruitment'], ['Haut, hakijat ja yksiköt', 'Rounds, candidates and units']),
  action('screen.meetings', 'screens', ['kokoukset', 'meetings'], ['Ryhmät, kokoukset ja klubit', 'Groups, sessions and clubs']),
  action('screen.risks', 'screens', ['riskit', 'risks'], ['Riskit ja hallintatoimet', 'Risks and measures']),
  action('screen.communication', 'screens', ['viestintä', 'communication'], ['Viestintäsuunnitelma ja lähetykset', 'Communication plan and deliveries']),
  action('screen.reports', 'screens', ['raportit', 'reports'], ['Raportit ja mittarit', 'Reports and indicators']),
  action('screen.people', 'screens', ['ihmiset', 'people'], ['Henkilöt ja jäsenyydet', 'People and memberships']),
  action('screen.more', 'screens', ['lisää', 'more'], ['Muut rekisterit, roskakori ja asetukset', 'Other registers, trash and settings']),
  action('calendar.open', 'screens', ['kalenteri', 'calendar'], ['Kalenteri: kuukausi tai viikko, kaikki rekisterit', 'Calendar: a month or a week of all registers'], 62),
  action('earlier.look', 'screens', ['tilanne päivänä', 'as of a day'], ['Katso koko hanketta sellaisena kuin se oli aiemman päivän lopussa', 'Look at the whole project as it stood at the end of an earlier day']),
  action('screen.last', 'screens', ['edellinen näkymä', 'last screen'], ['Takaisin siihen näkymään, josta tultiin', 'Back to the screen you came from']),

  action('list.down', 'move', ['alas', 'down'], ['Seuraava rivi', 'Next row']),
  action('list.up', 'move', ['ylös', 'up'], ['Edellinen rivi', 'Previous row']),
  action('list.pageDown', 'move', ['sivu alas', 'page down'], ['Sivullinen alaspäin', 'A page down']),
  action('list.pageUp', 'move', ['sivu ylös', 'page up'], ['Sivullinen ylöspäin', 'A page up']),
  action('list.first', 'move', ['alkuun', 'first'], ['Ensimmäinen rivi', 'First row']),
  action('list.last', 'move', ['loppuun', 'last'], ['Viimeinen rivi', 'Last row']),
  action('list.open', 'move', ['avaa', 'open'], ['Avaa rivin tietue', 'Open the record of the row'], 10),
  action('go.back', 'move', ['takaisin', 'back'], ['Takaisin; ylimmällä tasolla q lopettaa', 'Back; at the top q leaves'], 95),
  action('calendar.left', 'move', ['edellinen päivä', 'day before'], ['Kalenterissa edellinen päivä', 'In the calendar, the day before']),
  action('calendar.right', 'move', ['seuraava päivä', 'day after'], ['Kalenterissa seuraava päivä', 'In the calendar, the day after']),
  action('calendar.earlier', 'move', ['taaksepäin', 'earlier'], ['Kalenterissa edellinen kuukausi, viikko tai päivä', 'In the calendar, the month, week or day before'], 30),
  action('calendar.later', 'move', ['eteenpäin', 'later'], ['Kalenterissa seuraava kuukausi, viikko tai päivä', 'In the calendar, the month, week or day after'], 31),
  action('calendar.now', 'move', ['tähän päivään', 'to today'], ['Kalenterissa tähän päivään', 'In the calendar, to today'], 32),
  action('grid.left', 'move', ['vasemmalle', 'left'], ['Taulukossa vasemmalle; reunalla edellinen kuukausi', 'In a table, to the left; at the edge the month before'], 35),
  action('grid.right', 'move', ['oikealle', 'right'], ['Taulukossa oikealle; reunalla seuraava kuukausi', 'In a table, to the right; at the edge the month after'], 36),
  action('grid.now', 'move', ['tähän kuuhun', 'this month'], ['Taulukossa tähän kuukauteen', 'In a table, to this month'], 37),
  action('calendar.span', 'move', ['kuukausi/viikko', 'month/week'], ['Kalenteri kuukautena tai viikkona', 'The calendar as a month or as a week'], 20),
  action('tab.previous', 'move', ['edellinen välilehti', 'previous tab'], ['Edellinen välilehti, sivun osa tai kuukausi', 'Previous tab, part of a page or month']),
  action('tab.next', 'move', ['seuraava välilehti', 'next tab'], ['Seuraava välilehti, sivun osa tai kuukausi', 'Next tab, part of a page or month'], 70),

  action('matrix.left', 'move', ['vasemmalle', 'left'], ['Lämpökartan ruutu vasemmalle', 'The cell to the left on the heat map']),
  action('matrix.right', 'move', ['oikealle', 'right'], ['Lämpökartan ruutu oikealle; reunan takana arvioimattomat', 'The cell to the right on the heat map; past the edge those not assessed']),
  action('matrix.since', 'list', ['mistä päivästä', 'since'], ['Päivä, josta siirtymät kerrotaan', 'The day since which movements are told'], 20),

  action('list.filter', 'list', ['suodata', 'filter'], ['Rajaa luetteloa: sanoja tai kenttä:arvo', 'Narrow the list: words, or field:value'], 30),
  action('list.views', 'list', ['tallennetut näkymät', 'saved views'], ['Tallennetut rajaukset ja järjestykset', 'Saved filters and orders']),
  action('list.sort', 'list', ['järjestä', 'sort'], ['Järjestä sarakkeen mukaan', 'Sort by a column'], 75),
  action('list.mark', 'list', ['merkitse', 'mark'], ['Merkitse rivi; toiminto koskee merkittyjä yhdessä', 'Mark the row; an action then takes all marked rows'], 65),
  action('list.range', 'list', ['merkitse väli', 'mark range'], ['Merkitse rivit tästä eteenpäin', 'Mark rows from here on']),
  action('list.markAll', 'list', ['merkitse kaikki', 'mark all'], ['Merkitse näkyvät rivit tai poista merkinnät', 'Mark all rows shown, or unmark them']),
  action('list.preview', 'list', ['esikatselu', 'preview'], ['Näytä tai piilota esikatselu', 'Show or hide the preview'], 80),

  action('record.new', 'record', ['uusi', 'new'], ['Lisää uusi', 'Add a new one'], 20),
  action('record.newUnder', 'record', ['uusi tähän', 'new under this'], ['Lisää tähän liittyvä: läsnäolo, tehtävä, ilmoittautunut…', 'Add what belongs to this: attendance, an action, a candidate…'], 55),
  action('record.quickAdd', 'record', ['pikalisäys', 'quick add'], ['Lisää yhdellä rivillä tavallista tekstiä', 'Add by one line of plain words']),
  action('record.edit', 'record', ['muokkaa', 'edit'], ['Muokkaa lomakkeella', 'Edit in a form'], 45),
  action('record.editor', 'record', ['muokkaa editorissa', 'edit in editor'], ['Muokkaa omassa tekstieditorissa ($EDITOR)', 'Edit in your own text editor ($EDITOR)']),
  action('record.done', 'record', ['tehty', 'done'], ['Merkitse tehdyksi tai pidetyksi', 'Mark as done or held'], 50),
  action('record.date', 'record', ['päivä', 'date'], ['Muuta päivää', 'Change the date']),
  action('record.state', 'record', ['tila', 'state'], ['Muuta tilaa', 'Change the state']),
  action('record.owner', 'record', ['vastuuhenkilö', 'owner'], ['Vaihda vastuuhenkilö', 'Change the owner']),
  action('record.remove', 'record', ['poista', 'remove'], ['Siirrä roskakoriin', 'Move to the trash']),
  action('record.restore', 'record', ['palauta', 'bring back'], ['Palauta roskakorista', 'Bring back from the trash'], 25),
  action('record.history', 'record', ['historia', 'history'], ['Mitä tälle on tehty, milloin ja mistä arvosta', 'What was done to this, when, and from what value']),
  action('record.advance', 'record', ['eteenpäin', 'onward'], ['Ilmoittautunut seuraavaan vaiheeseen; kausi pitemmäksi', 'A candidate to the next stage; a term made longer'], 48),
  action('record.again', 'record', ['uusi tästä', 'new from this'], ['Uusi kierros tämän pohjalta, myöhemmillä päivillä', 'A new round made from this one, on later days']),
  action('record.topic', 'record', ['aihe', 'topic'], ['Ota kerralle aihe varastosta, tai aiheelle kerta', 'Take a topic out of the stock for a session, or a session for a topic']),
  action('record.vote', 'record', ['toive', 'vote'], ['Yksi toive lisää aiheelle; halutessa kenen', 'One more wish for the topic, and whose if you like']),
  action('record.assess', 'record', ['arvioi', 'assess'], ['Arvioi riski yhdellä rivillä: 44 perustelu', 'Assess the risk in one line: 44 reason'], 16),
  action('risk.unchanged', 'record', ['ennallaan', 'unchanged'], ['Riski päivitetty, arvio ennallaan; seuraava päivitys siirtyy', 'Risk reviewed and unchanged; the next review moves'], 17),
  action('risk.realise', 'record', ['toteutui', 'came true'], ['Riski toteutui: siitä tulee tehtävä', 'The risk came true: it becomes an action'], 35),
  action('risk.escalate', 'record', ['ohjausryhmään', 'escalate'], ['Riski on viety ohjausryhmään tänään', 'The steering group was told of the risk today'], 36),
  action('record.evidence', 'record', ['näyttö', 'evidence'], ['Lisää näyttö: linkki tai tiedosto', 'Add evidence: a link or a file']),
  action('report.export', 'record', ['tiedostoon', 'to a file'], ['Kirjoita raportti tiedostoon', 'Write the report to a file'], 20),
  action('record.link', 'record', ['liitä', 'link'], ['Liitä toiseen tietueeseen', 'Link to another record']),
  action('record.tag', 'record', ['tunnisteet', 'tags'], ['Lisää tunnisteita tai poista niitä: klubi -vanha', 'Put tags on or take them off: club -old']),
  action('record.open', 'record', ['avaa linkki', 'open link'], ['Avaa linkki tai liite sen omassa ohjelmassa', 'Open a link or an attachment in its own program']),
  action('report.mention', 'record', ['raporttiin', 'on the report'], ['Nosta tulevaan raporttiin omalla rivillä', 'Put on the coming report, with a line of its own']),
  action('report.kind', 'report', ['raportti', 'report'], ['Valitse raportti: tämän hetken tiedoista tai jo luovutettu', 'Choose the report: as of now, or one that was handed over'], 10),
  action('report.span', 'report', ['aikaväli', 'span'], ['Miltä ajalta raportti kertoo', 'Of what days the report tells'], 20),
  action('report.write', 'report', ['kirjoita', 'write'], ['Kirjoita tulevan raportin tekstit: pääviesti, yhteenveto, päätökset', 'Write the texts of the coming report: headline, summary, decisions'], 30),
  action('report.lines', 'report', ['nostot', 'lines'], ['Tulevaan raporttiin nostetut rivit: muuta tai poista', 'Lines put on the coming report: change or take off'], 35),
  action('report.keep', 'report', ['luovuta', 'hand over'], ['Luovuta raportti: se säilyy sellaisenaan joka muodossa', 'Hand the report over: it is kept as it is, in every form'], 40),
  action('diary.add', 'record', ['päiväkirja', 'diary'], ['Kirjoita rivi päiväkirjaan mistä tahansa', 'Write a line in the diary, from anywhere']),

  action('copy.code', 'copy', ['kopioi tunnus', 'copy code'], ['Kopioi tunnus, kuten R-7', 'Copy the code, such as R-7']),
  action('copy.markdown', 'copy', ['kopioi Markdown', 'copy Markdown'], ['Kopioi tietue Markdownina', 'Copy the record as Markdown']),
  action('copy.contact', 'copy', ['kopioi yhteystieto', 'copy contact'], ['Kopioi puhelin, sähköposti tai linkki', 'Copy the phone, e-mail or link']),
  action('copy.reminder', 'copy', ['kopioi muistutus', 'copy reminder'], ['Kopioi kohtelias muistutus', 'Copy a polite reminder']),

  action('person.anonymise', 'record', ['anonymisoi', 'anonymise'], ['Poista henkilön nimi ja yhteystiedot pysyvästi; luvut säilyvät', 'Take a person’s name and contacts out for good; figures stay']),

  action('undo', 'undo', ['kumoa', 'undo'], ['Kumoa viimeisin muutos', 'Undo the last change'], 60),
  action('redo', 'undo', ['tee uudelleen', 'redo'], ['Tee kumottu uudelleen', 'Redo what was undone']),

  action('form.save', 'form', ['tallenna', 'save'], ['Tallenna ja sulje lomake', 'Save and close the form'], 10),
  action('form.next', 'form', ['seuraava kenttä', 'next field'], ['Seuraava kenttä', 'Next field'], 30),
  action('form.previous', 'form', ['edellinen kenttä', 'previous field'], ['Edellinen kenttä', 'Previous field']),
  action('form.enter', 'form', ['valitse', 'choose'], ['Avaa kentän vaihtoehdot tai siirry seuraavaan', 'Open the choices of the field, or go to the next']),
  action('form.editor', 'form', ['editori', 'editor'], ['Kirjoita kenttä omassa editorissa', 'Write the field in your own editor'], 50),
  action('form.make', 'form', ['luo uusi', 'make new'], ['Luo uusi henkilö, yksikkö tai muu, jonka kenttä nimeää', 'Make a new person, unit or other that the field names'], 40),
  action('day.later', 'form', ['seuraava päivä', 'next day'], ['Päiväkentässä seuraava päivä; pelkkä nuoli, kun kysytään vain päivää', 'In a field for a day, the next day; the arrow alone where only a day is asked'], 25),
  action('day.earlier', 'form', ['edellinen päivä', 'day before'], ['Päiväkentässä edellinen päivä; pelkkä nuoli, kun kysytään vain päivää', 'In a field for a day, the day before; the arrow alone where only a day is asked'], 26),
  action('day.monthLater', 'form', ['kuukausi eteen', 'month on'], ['Päiväkentässä kuukausi eteenpäin', 'In a field for a day, a month on'], 27),
  action('day.monthEarlier', 'form', ['kuukausi taakse', 'month back'], ['Päiväkentässä kuukausi taaksepäin', 'In a field for a day, a month back']),
  action('form.leave', 'form', ['poistu', 'leave'], ['Poistu; luonnos säilyy', 'Leave; the draft is kept'], 20),

  action('session.run', 'running', ['pidä kokous', 'run'], ['Pidä kokous: esityslista, aika, läsnäolo, päätökset ja tehtävät', 'Run the session: agenda, time, attendance, decisions and actions'], 15),
  action('session.attendance', 'running', ['läsnäolo', 'attendance'], ['Merkitse, keitä oli paikalla', 'Mark who was there'], 48),
  action('session.papers', 'running', ['pöytäkirja', 'minutes'], ['Pöytäkirja ja kokouskutsu: lue, kopioi, kirjoita tiedostoon', 'Minutes and invitation: read, copy, write to a file'], 52),
  action('papers.sent', 'running', ['lähetetty', 'sent'], ['Merkitse kutsu tai pöytäkirja lähetetyksi', 'Mark the invitation or the minutes as sent'], 30),
  action('membership.succeed', 'running', ['seuraaja', 'successor'], ['Seuraaja jatkaa jäsenen paikalla annetusta päivästä', 'A successor takes the seat from a day on']),
  action('running.next', 'running', ['seuraava', 'next'], ['Aloita kokous; sitten seuraava asia tai se, joka on kohdalla', 'Start the session; then the next item, or the one under the cursor'], 10),
  action('running.previous', 'running', ['edellinen', 'previous'], ['Takaisin edelliseen asiaan', 'Back to the item before']),
  action('running.attendance', 'running', ['läsnäolo', 'attendance'], ['Läsnäoloon ja takaisin esityslistaan', 'To the attendance and back to the agenda'], 50),
  action('running.note', 'running', ['kirjaa', 'note'], ['Kirjaa muistiinpano asiaan', 'Note what was said at the item'], 20),
  action('running.decision', 'running', ['päätös', 'decision'], ['Kirjaa päätös', 'Keep a decision'], 30),
  action('running.action', 'running', ['tehtävä', 'action'], ['Lupaa tehtävä: kuka, mitä, mihin mennessä', 'Promise an action: who, what, by when'], 40),
  action('running.postpone', 'running', ['siirrä', 'postpone'], ['Siirrä asia ryhmän seuraavaan kokoukseen', 'Postpone the item to the next session of the group'], 60),
  action('running.close', 'running', ['sulje', 'close'], ['Sulje kokous: yhteenveto, näytöt viestintäsuunnitelmaan, pöytäkirjan luonnos', 'Close the session: summary, evidence for the communication plan, draft minutes'], 45),
  action('running.addTicked', 'running', ['lisää valitut', 'add the ticked'], ['Lisää valitut ehdotukset esityslistalle', 'Add the ticked proposals to the agenda'], 10),
  action('running.confirm', 'running', ['sulje kokous', 'close the session'], ['Sulje kokous ja avaa pöytäkirjan luonnos', 'Close the session, and open the draft of its minutes'], 10),
  action('running.keepOpen', 'running', ['palaa', 'back'], ['Palaa kokoukseen sulkematta sitä', 'Go back to the session without closing it'], 20),
  action('running.reopen', 'running', ['avaa uudelleen', 'reopen'], ['Avaa suljettu kokous uudelleen; syy kerrotaan', 'Reopen a closed session, with a reason'], 55),
  action('running.propose', 'running', ['ehdota', 'propose'], ['Ehdota asioita esityslistalle: vakioasiat, siirretyt, avoimet tehtävät, riskit, viestintä', 'Propose items: standing ones, postponed ones, open actions, risks, communication'], 58),

  action('attendance.present', 'attendance', ['läsnä', 'present'], ['Läsnä, ja seuraava', 'Present, and on to the next'], 10),
  action('attendance.deputy', 'attendance', ['varajäsen', 'deputy'], ['Varajäsen paikalla', 'A deputy was there'], 20),
  action('attendance.apology', 'attendance', ['este', 'apology'], ['Ilmoitti esteestä', 'Sent an apology'], 30),
  action('attendance.recording', 'attendance', ['katsoi tallenteen', 'recording'], ['Katsoi tallenteen', 'Watched the recording'], 40),
  action('attendance.absent', 'attendance', ['poissa', 'absent'], ['Poissa ilmoittamatta', 'Absent without a word'], 50),
  action('attendance.rest', 'attendance', ['loput läsnä', 'rest present'], ['Kaikki, joita ei ole merkitty, ovat läsnä', 'Everybody not yet marked is present'], 15),
  action('attendance.guest', 'attendance', ['vieras', 'guest'], ['Merkitse vieras nimeltä', 'Mark a guest by name'], 60),
  action('attendance.more', 'attendance', ['vieraita lisää', 'more guests'], ['Yksi vieras lisää lukumäärään', 'One guest more in the count'], 70),
  action('attendance.fewer', 'attendance', ['vieraita vähemmän', 'fewer guests'], ['Yksi vieras pois lukumäärästä', 'One guest fewer in the count']),

  action('pick.down', 'choice', ['alas', 'down'], ['Seuraava vaihtoehto', 'Next choice']),
  action('pick.up', 'choice', ['ylös', 'up'], ['Edellinen vaihtoehto', 'Previous choice']),
  action('pick.pageDown', 'choice', ['sivu alas', 'page down'], ['Sivullinen alaspäin', 'A page down']),
  action('pick.pageUp', 'choice', ['sivu ylös', 'page up'], ['Sivullinen ylöspäin', 'A page up']),
  action('pick.choose', 'choice', ['valitse', 'choose'], ['Valitse', 'Choose'], 10),
  action('pick.form', 'choice', ['lomakkeelle', 'to the form'], ['Jatka lomakkeella, johon rivi on täytetty', 'Go on in the form, filled with what the line says'], 15),
  action('pick.fill', 'choice', ['täydennä', 'fill in'], ['Täydennä rivi valitulla ja jatka kirjoittamista', 'Put the choice into the line, and go on writing'], 15),
  action('pick.cancel', 'choice', ['sulje', 'close'], ['Sulje valitsematta', 'Close without choosing'], 20),
  action('check.toggle', 'choice', ['valitse', 'tick'], ['Valitse rivi tai poista valinta', 'Tick the row, or untick it'], 15),
  action('import.field', 'choice', ['kenttä', 'field'], ['Valitse, mikä kenttä sarake on', 'Choose which field the column is'], 12),
  action('import.drop', 'choice', ['jätä pois', 'leave out'], ['Jätä sarake pois tuonnista', 'Leave the column out of the import'], 14),
  action('import.register', 'choice', ['rekisteri', 'register'], ['Valitse, mitä taulukossa on', 'Choose what the table holds'], 16),
  action('import.check', 'choice', ['tarkista ja tuo', 'check and import'], ['Katso ensin, mitä tuonnista tulisi', 'Look first at what the import would do'], 10),
  action('work.stop', 'choice', ['keskeytä', 'stop'], ['Keskeytä pitkä työ: mitään ei muuteta', 'Stop the long work: nothing is changed'], 10),
  action('confirm.switch', 'choice', ['vaihda', 'switch'], ['Siirry toiseen painikkeeseen', 'Go to the other button'], 20),
  action('confirm.choose', 'choice', ['valitse', 'choose'], ['Paina valittua painiketta; aluksi se on Peru', 'Press the chosen button; at first it is Cancel'], 10),
  action('confirm.yes', 'choice', ['kyllä', 'yes'], ['Kyllä', 'Yes'], 30),
  action('confirm.no', 'choice', ['peru', 'cancel'], ['Ei: mitään ei muuteta', 'No: nothing is changed'], 40),
  action('tour.next', 'choice', ['seuraava', 'next'], ['Kierroksen seuraava askel; viimeisestä pois', 'The next step of the tour; out of it from the last'], 10),
  action('tour.back', 'choice', ['edellinen', 'back'], ['Kierroksen edellinen askel', 'The step of the tour before'], 20),
  action('tour.leave', 'choice', ['lopeta', 'leave'], ['Lopeta kierros; se on aina haussa nimellä kierros', 'Leave the tour; it is always found by its name'], 30),

  action('palette.open', 'program', ['haku ja komennot', 'search and commands'], ['Etsi tietue tai komento muutamalla kirjaimella', 'Find a record or a command by a few letters'], 40),
  action('help.open', 'program', ['ohje', 'help'], ['Kaikki näppäimet; kirjoittamalla luettelo lyhenee', 'All keys; typing narrows the list'], 90),
  action('app.redraw', 'program', ['piirrä uudelleen', 'redraw'], ['Piirrä näyttö uudelleen', 'Draw the screen again']),
  action('app.suspend', 'program', ['keskeytä', 'suspend'], ['Käy komentorivillä; fg palauttaa', 'Visit the shell; fg comes back']),
  action('app.quit', 'program', ['lopeta', 'quit'], ['Lopeta; mitään ei häviä', 'Leave; nothing is lost']),
] as const;

export type ActionId = (typeof actions)[number]['id'];
export type Action = ActionShape & { readonly id: ActionId };

const byId: ReadonlyMap<string, Action> = new Map(actions.map((one) => [one.id, one]));

export function isActionId(id: string): id is ActionId {
  return byId.has(id);
}

export function actionOf(id: ActionId): Action {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`No action is called ${id}.`);
  return found;
}
