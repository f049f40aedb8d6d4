import { describe, expect, it } from 'vitest'
import { readAdvert } from './readAdvert.ts'

const bare = (text: string | undefined): string => (text ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

describe('M062 the head of an advert', () => {
  it.each([
    [
      "Offre n° 200ABCD\nAgent / Agente d'entretien des locaux\n31 - TOULOUSE\nCDI\nPublié le 3 mai",
      "Agent / Agente d'entretien des locaux",
      '',
      'Toulouse',
    ],
    [
      'Électricien bâtiment H/F\nELEC PRO 13\nAubagne - 13\nCDI\n2 000 € brut par mois',
      'Électricien bâtiment',
      'Elec Pro 13',
      'Aubagne',
    ],
    [
      'Mairie de Quimperlé\nRecrute un·e animateur·rice périscolaire\nCDD 1 an',
      'Animateur·rice périscolaire',
      'Mairie de Quimperlé',
      'Quimperlé',
    ],
    [
      'Customer Success Manager (French speaking)\nBrightloop\nDublin, Ireland (Hybrid)\n€45,000',
      'Customer Success Manager (French speaking)',
      'Brightloop',
      'Dublin',
    ],
    [
      'Le Groupe Hospitalier Mont-Clair recherche pour son site de Bayeux un(e) kinésithérapeute à temps plein en CDI.\nVous exercerez en rééducation.',
      'Kinésithérapeute',
      'Groupe Hospitalier Mont-Clair',
      'Bayeux',
    ],
    [
      'Are you a passionate chef? The Old Granary in Ludlow is looking for a Head Chef to lead its brigade of six. £36,000 a year.',
      'Head Chef',
      'Old Granary',
      'Ludlow',
    ],
    [
      'Teaching Assistant (SEN)\nWillow Bank Academy, Northampton\nTerm time only, 30 hours\nSalary £19,500',
      'Teaching Assistant (SEN)',
      'Willow Bank Academy',
      'Northampton',
    ],
    [
      'RECRUTEMENT\nMenuisier poseur (h/f)\nSociété Batibois – Angers\nCDI 39h',
      'Menuisier poseur',
      'Société Batibois',
      'Angers',
    ],
    [
      "Besoin d'un peintre en bâtiment à Creil pour 2 mois, 13€/h, permis B\n06 39 98 00 11",
      'Peintre en bâtiment',
      '',
      'Creil',
    ],
    [
      'Warehouse Operative – Nights – Swindon – £12.80 p/h\nPertemps style agency recruiting for our client.',
      'Warehouse Operative',
      '',
      'Swindon',
    ],
    [
      'Assistant(e) de direction bilingue anglais (H/F) - CDI - Paris 8e\nMaison Verlaine',
      'Assistant(e) de direction bilingue anglais',
      'Maison Verlaine',
      'Paris',
    ],
    [
      'Job Title: Site Engineer\nCompany: Corbel Civil Ltd\nLocation: Carlisle',
      'Site Engineer',
      'Corbel Civil Ltd',
      'Carlisle',
    ],
    ['We are seeking two Bricklayers in Hull to start on Monday. CSCS card essential.', 'Bricklayers', '', 'Hull'],
    [
      'Vendeur / Vendeuse en prêt-à-porter\nBoutique Opaline, Deauville (14)\nCDD saisonnier de 4 mois',
      'Vendeur / Vendeuse en prêt-à-porter',
      'Boutique Opaline',
      'Deauville',
    ],
    [
      '🔥 On recrute 🔥\nChef de projet digital (F/H)\n📍 Lille | CDI | 40-45k€\nChez Papillote, on imagine des campagnes.',
      'Chef de projet digital',
      'Papillote',
      'Lille',
    ],
    [
      'Physiotherapist - Band 6\nRosewater NHS Trust\nLincoln\n£37,338 to £44,962 a year',
      'Physiotherapist - Band 6',
      'Rosewater NHS Trust',
      'Lincoln',
    ],
    ['Notre boulangerie située à Gex cherche sa future vendeuse (H/F) à mi-temps.', 'Vendeuse', '', 'Gex'],
    [
      'Chauffeur SPL frigo H/F - Transports Maugein - Brive-la-Gaillarde - CDI',
      'Chauffeur SPL frigo',
      'Transports Maugein',
      'Brive-la-Gaillarde',
    ],
  ])('is read: %j', (advert, title, company, city) => {
    const { fields } = readAdvert(advert)
    expect([bare(fields.title?.value), bare(fields.company?.value), bare(fields.city?.value)]).toEqual([
      bare(title),
      bare(company),
      bare(city),
    ])
  })
})

describe('M062 what an advert does not ask', () => {
  it.each([
    ['Profil\n- Pas de permis nécessaire\n- CACES 3', ['CACES 3']],
    ['Profil\n- Anglais non requis\n- Permis B obligatoire, BE souhaité', ['Permis B', 'BE']],
    ['Requirements\n- No experience needed\n- SIA licence', ['SIA licence']],
    ["Requirements\n- You don't need industry experience\n- Xero", ['Xero']],
    [
      'Cuisinier\nVous êtes titulaire du CAP cuisine. Salaire selon expérience. Aucun diplôme exigé en pâtisserie.',
      ['CAP cuisine'],
    ],
  ])('%j', (advert, asked) => {
    expect(readAdvert(advert).requirements.map(({ text }) => text)).toEqual(asked)
  })

  it('knows what is a wish beside what is not, in one line', () => {
    const { requirements } = readAdvert(
      'Profil\n- Permis B obligatoire, BE souhaité\n- ITIL apprécié mais pas indispensable',
    )
    expect(requirements.map(({ need, text }) => [need, text])).toEqual([
      ['dealbreaker', 'Permis B'],
      ['nice', 'BE'],
      ['nice', 'ITIL'],
    ])
  })
})

describe('a hostile advert', () => {
  it.each([
    ['letters', 'a'.repeat(50_000)],
    ['empty lines', '\n'.repeat(50_000)],
    ['spaces', ' '.repeat(50_000)],
    ['at signs', 'a@'.repeat(25_000)],
  ])('of nothing but %s is read to its end', (_, text) => {
    expect(readAdvert(text).requirements).toEqual([])
  })

  it('keeps every offset in the text that was given', () => {
    const advert = '🚀 Cariste\n\n\n\n\n\nProfil\n👉 CACES 3\n👉 Lecture de bons de prépa-\nration'
    const { requirements } = readAdvert(advert)
    expect(requirements.map(({ start, end }) => advert.slice(start!, end!))).toEqual([
      'CACES 3',
      'Lecture de bons de prépa-\nration',
    ])
    expect(requirements[1]?.text).toBe('Lecture de bons de préparation')
  })
})
