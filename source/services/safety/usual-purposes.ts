/** What is usually said of why people are kept in the file of a publicly funded project: a proposal, for the planner to put right. */
import type { Label } from '../../language/language.ts';

export interface UsualPurpose {
  readonly role: string;
  readonly purpose: Label;
  readonly basis: string;
  readonly law: Label;
  readonly data: Label;
  readonly months: number;
  readonly counted: 'roleEnds' | 'projectEnds' | 'decision';
}

const authority: Label = {
  fi: 'tietosuojalaki 1050/2018 4 § 2 kohta; laki hyvinvointialueesta 611/2021',
  en: 'Data Protection Act 1050/2018, section 4(2); Act on Wellbeing Services Counties 611/2021',
};
const grant: Label = {
  fi: 'valtionavustuslaki 688/2001 14 §; kirjanpitolaki 1336/1997',
  en: 'Act on Discretionary Government Grants 688/2001, section 14; Accounting Act 1336/1997',
};
const contacts: Label = {
  fi: 'nimi, nimike, yksikkö, työsähköposti ja työpuhelin',
  en: 'name, job title, unit, work e-mail and work phone',
};

const usual = (
  role: string,
  purpose: readonly [string, string],
  law: Label,
  data: Label,
  months: number,
  counted: UsualPurpose['counted'] = 'projectEnds',
): UsualPurpose => ({
  role,
  purpose: { fi: purpose[0], en: purpose[1] },
  basis: law === grant ? 'legalObligation' : 'publicTask',
  law,
  data,
  months,
  counted,
});

export const usualPurposes: readonly UsualPurpose[] = [
  usual(
    'champion',
    [
      'Vertaistuen järjestäminen yksiköissä ja siihen osallistumisen osoittaminen rahoittajalle',
      'Organising peer support in the units and showing the funder who took part',
    ],
    authority,
    { fi: `${contacts.fi}, kausi ja läsnäolot`, en: `${contacts.en}, term and attendance` },
    12,
  ),
  usual(
    'candidate',
    ['Vertaistukijoiden hakeminen ja valitseminen', 'Seeking and selecting champions'],
    authority,
    {
      fi: `${contacts.fi}, ilmoittautumisen vaiheet ja esihenkilön puolto`,
      en: `${contacts.en}, stages of the application and the supervisor's consent`,
    },
    6,
    'roleEnds',
  ),
  usual(
    'steering',
    [
      'Hankkeen ohjaus ja sen päätösten todentaminen',
      'Steering the project and keeping evidence of its decisions',
    ],
    grant,
    {
      fi: `${contacts.fi}, rooli, läsnäolot ja päätökset`,
      en: `${contacts.en}, role, attendance and decisions`,
    },
    72,
  ),
  usual(
    'member',
    ['Työryhmien ja verkoston työn järjestäminen', 'Organising the work of groups and the network'],
    authority,
    { fi: `${contacts.fi}, rooli ja läsnäolot`, en: `${contacts.en}, role and attendance` },
    12,
  ),
  usual(
    'expert',
    ['Asiantuntijoiden kutsuminen tapaamisiin', 'Inviting experts to sessions'],
    authority,
    contacts,
    12,
  ),
  usual(
    'supervisor',
    [
      'Työajan käytöstä ja yksikön osallistumisesta sopiminen',
      'Agreeing on working time and the unit’s part in the project',
    ],
    authority,
    contacts,
    12,
  ),
  usual(
    'guest',
    ['Tapaamisiin osallistumisen osoittaminen', 'Showing who came to sessions'],
    authority,
    { fi: 'nimi, yksikkö ja läsnäolot', en: 'name, unit and attendance' },
    12,
  ),
  usual(
    'other',
    ['Yhteydenpito hankkeen sidosryhmiin', 'Keeping in touch with those whom the project concerns'],
    authority,
    contacts,
    12,
  ),
];
