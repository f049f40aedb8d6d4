import { describe, expect, it } from 'vitest'
import { readAdvert } from './readAdvert.ts'

interface Expected {
  title: string
  company: string
  city: string
  country: string
  contract: string
  salary: [number, string, string] | null
  /** need, kind and a part of the text of what must be among the requirements, in order. */
  asks: [string, string, string][]
  /** What must not be asked. */
  never?: RegExp
}

const adverts: [string, string, Expected][] = [
  [
    'French, bullets',
    `FLEURISTE (H/F) - GRENOBLE
CDI 35 h – 1 850 € brut par mois

L'Atelier des Pivoines, boutique de centre-ville, recherche une personne de métier pour ses commandes de mariage.

Profil
- CAP fleuriste
- 2 ans d'expérience comme fleuriste
- Compositions de mariage et de deuil
- Souriant et matinal

Ce serait top en plus
- Permis B`,
    {
      title: 'Fleuriste',
      company: "L'Atelier des Pivoines",
      city: 'Grenoble',
      country: 'FR',
      contract: 'cdi',
      salary: [1850, 'EUR', 'month'],
      asks: [
        ['must', 'degree', 'CAP fleuriste'],
        ['must', 'occupation', '2 ans'],
        ['must', 'skill', 'mariage'],
      ],
    },
  ],
  [
    'French, prose',
    `Conducteur de bus scolaire

Autocars Bérulle, 60 salariés à Bron, recrute en CDI pour la rentrée. Le permis D est obligatoire. Vous justifiez d'au moins 1 an d'expérience comme conducteur de bus. Une première expérience des enfants serait un plus. Rémunération : 13,10 € de l'heure.`,
    {
      title: 'Conducteur de bus scolaire',
      company: 'Autocars Bérulle',
      city: 'Bron',
      country: 'FR',
      contract: 'cdi',
      salary: [13.1, 'EUR', 'hour'],
      asks: [
        ['dealbreaker', 'licence', 'permis D'],
        ['must', 'occupation', '1 an'],
      ],
      never: /60 salari/,
    },
  ],
  [
    'French, residence with beds',
    `Infirmier(e) de nuit en EHPAD
Les Jardins de Sélène, EHPAD de 84 lits à Vaulx-en-Velin, recherche un(e) infirmier(e) en CDD de 6 mois.

Vos missions
• Assurer la continuité des soins

Indispensable
• Diplôme d'État d'infirmier
• Surveillance des traitements

Apprécié
• Expérience en gériatrie`,
    {
      title: 'Infirmier(e) de nuit en EHPAD',
      company: 'Les Jardins de Sélène',
      city: 'Vaulx-en-Velin',
      country: 'FR',
      contract: 'cdd',
      salary: null,
      asks: [
        ['must', 'degree', 'infirmier'],
        ['must', 'skill', 'traitements'],
      ],
    },
  ],
  [
    'Morocco, French',
    `Technicien support informatique - Rabat, Maroc

Rejoignez Nouvel Atlas Digital, qui équipe les écoles du royaume. Contrat : CDI. Salaire : 9 000 à 11 000 MAD net par mois.

Exigences :
- Bac+2 en informatique
- 2 ans d'expérience en support aux utilisateurs
- Windows et Active Directory
- Français et anglais

Atouts :
- Certification ITIL`,
    {
      title: 'Technicien support informatique',
      company: 'Nouvel Atlas Digital',
      city: 'Rabat',
      country: 'MA',
      contract: 'cdi',
      salary: [9000, 'MAD', 'month'],
      asks: [
        ['must', 'degree', 'Bac+2'],
        ['must', 'occupation', '2 ans'],
        ['must', 'skill', 'Active Directory'],
        ['must', 'language', 'Français'],
        ['must', 'language', 'anglais'],
        ['nice', 'licence', 'ITIL'],
      ],
    },
  ],
  [
    'Belgium, French',
    `Boucher H/F
Liège | Temps plein | CDI

Qui sommes-nous ?
Boucherie Dessart, trois magasins et un atelier de découpe.

Nous demandons
- 3 ans d'expérience comme boucher
- Désossage et parage
- Accueil des clients au comptoir

Nous offrons 16,50 € brut de l'heure et des chèques-repas.`,
    {
      title: 'Boucher',
      company: 'Boucherie Dessart',
      city: 'Liège',
      country: 'BE',
      contract: 'cdi',
      salary: [16.5, 'EUR', 'hour'],
      asks: [
        ['must', 'occupation', '3 ans'],
        ['must', 'skill', 'Désossage'],
        ['must', 'skill', 'comptoir'],
      ],
      never: /chèques/,
    },
  ],
  [
    'UK, bullets',
    `Registered Electrician
Manchester, UK – permanent – £36,000 to £41,000 a year

Harbottle Power installs and tests wiring in hospitals and schools.

What you will do:
* Test and certify installations

Requirements:
* NVQ level 3 in electrical installation
* 3 years as an electrician
* Full driving licence

Nice to have:
* Solar panels`,
    {
      title: 'Registered Electrician',
      company: 'Harbottle Power',
      city: 'Manchester',
      country: 'GB',
      contract: 'cdi',
      salary: [36000, 'GBP', 'year'],
      asks: [
        ['must', 'degree', 'NVQ'],
        ['must', 'occupation', '3 years'],
        ['must', 'licence', 'driving'],
        ['nice', 'skill', 'Solar'],
      ],
    },
  ],
  [
    'UK, prose',
    `Nursery Nurse

We are a small nursery based in Leeds. At Thistledown Nursery we look after 40 children. You must have a level 3 diploma in childcare. At least 2 years of experience as a nursery nurse is required. Fixed-term contract of 12 months, £24,500 per annum.`,
    {
      title: 'Nursery Nurse',
      company: 'Thistledown Nursery',
      city: 'Leeds',
      country: 'GB',
      contract: 'cdd',
      salary: [24500, 'GBP', 'year'],
      asks: [
        ['must', 'degree', 'diploma'],
        ['must', 'occupation', '2 years'],
      ],
      never: /12 months|24,500/,
    },
  ],
  [
    'Belgium, English',
    `Logistics Coordinator (m/f/x) – Antwerp

About us: Scheldt & Vine ships wine for 200 growers. The contract is permanent, €3,100 gross per month.

You bring:
- 4+ years in logistics, ideally in drinks
- Fluent English and Dutch
- Customs declarations

We would love:
- French`,
    {
      title: 'Logistics Coordinator',
      company: 'Scheldt & Vine',
      city: 'Antwerp',
      country: 'BE',
      contract: 'cdi',
      salary: [3100, 'EUR', 'month'],
      asks: [
        ['must', 'occupation', '4+ years'],
        ['must', 'language', 'English'],
        ['must', 'language', 'Dutch'],
        ['must', 'skill', 'Customs'],
        ['nice', 'language', 'French'],
      ],
    },
  ],
  [
    'Morocco, English',
    `Job title: Hotel Night Auditor
Location: Marrakech

Riad Zitoune is looking for a night auditor. Temporary agency work, 7,500 MAD per month.

Requirements
French at B2 or better
1 year or more in hotel reception
Night shifts, five days out of seven

Bonus points
Opera PMS

Meals are provided, a shuttle takes you home in the morning.`,
    {
      title: 'Hotel Night Auditor',
      company: 'Riad Zitoune',
      city: 'Marrakech',
      country: 'MA',
      contract: 'interim',
      salary: [7500, 'MAD', 'month'],
      asks: [
        ['must', 'language', 'French'],
        ['must', 'occupation', '1 year'],
        ['must', 'other', 'Night shifts'],
        ['nice', 'skill', 'Opera'],
      ],
      never: /Meals/,
    },
  ],
  [
    'English, hybrid in France',
    `Data Analyst in Nantes (hybrid)

Join Quillard Energies, where forty people read meters with patience. Permanent, €38k to €44k.

You have:
- 2 years of experience as a data analyst
- SQL and Python
- A master's degree in statistics

You might also have:
- dbt`,
    {
      title: 'Data Analyst',
      company: 'Quillard Energies',
      city: 'Nantes',
      country: 'FR',
      contract: 'cdi',
      salary: [38000, 'EUR', 'year'],
      asks: [
        ['must', 'occupation', '2 years'],
        ['must', 'skill', 'SQL'],
        ['must', 'degree', 'statistics'],
        ['nice', 'skill', 'dbt'],
      ],
    },
  ],
]

describe('M062 an advert gives its title, firm, place, contract, pay and needs', () => {
  it.each(adverts)('%s', (_, text, expected) => {
    const { fields, requirements } = readAdvert(text)
    expect({
      title: fields.title?.value,
      company: fields.company?.value,
      city: fields.city?.value,
      country: fields.country?.value,
      contract: fields.contract?.value,
    }).toEqual({
      title: expected.title,
      company: expected.company,
      city: expected.city,
      country: expected.country,
      contract: expected.contract,
    })
    const salary = expected.salary
      ? [fields.salaryMin?.value, fields.salaryCurrency?.value, fields.salaryPeriod?.value]
      : null
    expect(salary).toEqual(expected.salary)
    const read = requirements.map(({ need, kind, text: asked }) => `${need} ${kind} ${asked}`)
    for (const [need, kind, part] of expected.asks)
      expect(read.some((one) => one.startsWith(`${need} ${kind} `) && one.includes(part)) ? part : read).toBe(part)
    if (expected.never) expect(read.filter((one) => expected.never!.test(one))).toEqual([])
    for (const requirement of requirements)
      expect(text.slice(requirement.start!, requirement.end!)).toBe(requirement.text)
  })

  it('takes the place out of the title and capitals down', () => {
    expect(readAdvert('SECOND DE CUISINE – LYON 2e\nCDI').fields.title?.value).toBe('Second de cuisine')
    const { fields } = readAdvert('Comptable – Lyon 3e – CDI')
    expect([fields.title?.value, fields.city?.value, fields.postalCode?.value]).toEqual(['Comptable', 'Lyon', '69003'])
  })

  it('takes the headline before the sentence that hires, and cuts what follows the job', () => {
    const titleOf = (text: string) => readAdvert(text).fields.title?.value
    const hotel = 'Hotel Candelaere is looking for a supervisor for its reception team of eight. You plan the rota.'
    expect(titleOf(`Front Desk Supervisor – four-star hotel, Brussels\n\n${hotel}`)).toBe('Front Desk Supervisor')
    expect(titleOf(`${hotel}\nFull time.`)).toBe('Supervisor')
    const cellar = 'La Maison Tarbelle recherche une caviste pour son équipe de vente de six personnes.'
    expect(titleOf(`Caviste-conseil – boutique historique, Reims\n\n${cellar}`)).toMatch(/^Caviste-conseil/)
    expect(titleOf(`${cellar}\nTemps plein.`)).toBe('Caviste')
    expect(titleOf('Chef de partie – restaurant étoilé, Annecy\n\nLe Lac Vert cherche un cuisinier.')).toBe(
      'Chef de partie',
    )
  })

  it('asks one language once', () => {
    const { requirements } = readAdvert('Vendeur\nProfil :\n- Anglais courant\n\nLes plus :\n- Anglais B2')
    expect(requirements.map(({ need, kind }) => [need, kind])).toEqual([['must', 'language']])
  })
})
