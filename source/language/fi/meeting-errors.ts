import { day } from './recruitment-errors.ts';
import type { meetingErrors as english } from '../en/meeting-errors.ts';

const span = ({ starts, ends }: { starts: string; ends: string }): string =>
  `${starts === '' ? '' : day(starts)}–${ends === '' ? '' : day(ends)}`;

export const meetingErrors: typeof english = {
  'session-closed': {
    message: (p) => `${p.code} on suljettu, joten sitä voi vain lukea.`,
    hint: (p) =>
      `Mitään ei muutettu. Avaa se ensin uudelleen: luotsi session reopen ${p.code} --reason "…" (konsolissa V ja sitten r).`,
  },
  'membership-minuted': {
    message: (p) => `${p.code} jää: ${p.person} oli suljetun kokouksen ${p.session} läsnäololuettelossa.`,
    hint: (p) =>
      `Mitään ei muutettu. Päätä jäsenyys sen sijaan: luotsi membership set ${p.code} --ends tänään. Jos se on ollut aina väärin, avaa kokous ensin uudelleen: luotsi session reopen ${p.session} --reason "…".`,
  },
  'session-not-closed': {
    message: (p) => `${p.code} ei ole suljettu, joten sitä ei tarvitse avata uudelleen.`,
    hint: () => 'Sitä voi muuttaa sellaisenaan.',
  },
  'session-cancelled': {
    message: (p) => `${p.code} on peruttu, joten sillä ei ole läsnäoloja eikä sitä pidetä.`,
    hint: (p) => `Jos se pidetään sittenkin: luotsi session set ${p.code} --state planned`,
  },
  'session-held': {
    message: (p) => `${p.code} on jo pidetty.`,
    hint: (p) => `luotsi session show ${p.code} kertoo, milloin ja keitä oli paikalla.`,
  },
  'session-not-running': {
    message: (p) => `${p.code} ei ole käynnissä.`,
    hint: (p) => `Aloita se ensin: luotsi session start ${p.code} (konsolissa rivinvaihto).`,
  },
  'reopen-reason': {
    message: (p) => `${p.code} avataan uudelleen vain, kun syy kerrotaan.`,
    hint: (p) => `luotsi session reopen ${p.code} --reason "mitä pitää korjata"`,
  },
  'approved-elsewhere': {
    message: (p) =>
      `Kokouksen ${p.code} pöytäkirjaa ei voi hyväksyä kokouksessa ${p.other}: se ei ole saman ryhmän myöhempi kokous.`,
    hint: () => 'Anna ryhmän myöhempi kokous.',
  },
  'approved-where': {
    message: (p) => `Puuttuu tieto siitä, missä kokouksessa kokouksen ${p.code} pöytäkirja hyväksyttiin.`,
    hint: (p) => `Kerro se valitsimella --in: ${p.codes.join(', ')}.`,
  },
  'marked-twice': {
    message: (p) => `${p.person} on jo merkitty kokoukseen ${p.code}.`,
    hint: (p) => `Muuta merkintää: luotsi session mark ${p.code} --apology ${p.person}`,
  },
  'deputy-for-nobody': {
    message: (p) =>
      `${p.person} ei olisi kenenkään varajäsen kokouksessa ${p.code}: varajäsen tulee sen päivän jäsenen tilalle.`,
    hint: (p) =>
      `Merkitse jäsen: --deputy JÄSEN. Vieras merkitään läsnä olevaksi: luotsi session mark ${p.code} --present ${p.person}`,
  },
  'deputy-of-nobody': {
    message: (p) => `${p.person} ei olisi ryhmässä kenenkään varajäsen.`,
    hint: () =>
      'Nimeä sen jäsenen jäsenyys, jonka varajäsen hän on: --deputyOf KOODI. Koodit näyttää luotsi membership list.',
  },
  'succeeds-outside': {
    message: (p) =>
      `Seuraaja ei voi jatkaa jäsenyyttä ${p.code} päivästä ${day(p.day)}: kausi on ${span(p)}.`,
    hint: () => 'Anna päivä, joka on kauden sisällä sen ensimmäisen päivän jälkeen.',
  },
  'wrong-prefix': {
    message: (p) => `”${p.text}” ei kelpaa tunnusten alkuosaksi.`,
    hint: () => 'Mitään ei muutettu. Anna yhdestä kuuteen kirjainta, kuten TK.',
  },
  'no-such-item': {
    message: (p) => `Kokouksen ${p.code} esityslistalla ei ole kohtaa ${p.text}.`,
    hint: (p) => `luotsi session agenda ${p.code} luettelee kohdat.`,
  },
  'nothing-promised': {
    message: (p) => `”${p.text}” ei kerro, mitä tehdään.`,
    hint: () => 'Esimerkiksi: Maija lähettää kutsut ensi ma',
  },
  'no-next-session': {
    message: (p) => `Ryhmälle ei ole suunniteltu kokousta kokouksen ${p.code} jälkeen.`,
    hint: () =>
      'Lisää sellainen; siihen asti kohta odottaa siirrettynä, ja sitä ehdotetaan seuraavalle listalle.',
  },
};
