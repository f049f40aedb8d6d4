export type DemoOffer = { id: string; language: 'fr' | 'en'; text: string }

/** Twelve adverts of invented employers, as they would be pasted from a job board. */
export const offers: DemoOffer[] = [
  {
    id: 'cariste-saint-priest',
    language: 'fr',
    text: `Cariste CACES 3 et 5 (H/F)
Saint-Priest (69) – CDI temps plein – Horaires 2x8

Entrepôts Rhodalys prépare et expédie chaque jour 14 000 colis de bricolage et de jardin pour 220 magasins. Pour notre plateforme de Saint-Priest (38 000 m²), nous recrutons deux caristes.

Vos missions
• Décharger les camions et ranger les palettes en racks jusqu'à 11 mètres
• Approvisionner les zones de préparation au chariot à mât rétractable
• Contrôler les quantités et signaler les écarts dans le WMS
• Participer aux inventaires tournants

Votre profil (indispensable)
• CACES R489 catégories 3 et 5 en cours de validité
• 2 ans d'expérience minimum comme cariste en entrepôt
• Maîtrise de la conduite en allées étroites
• Vous acceptez les horaires en 2x8, du lundi au samedi

Ce serait un plus
• Connaissance de Reflex WMS
• CACES 1B
• Permis B : le site est mal desservi avant 6 heures

Nous offrons : 12,60 € à 13,40 € de l'heure, 13e mois, prime de productivité, panier repas, mutuelle.
Poste à pourvoir dès que possible.`,
  },
  {
    id: 'aide-soignant-villeurbanne',
    language: 'fr',
    text: `Aide-soignant / Aide-soignante en EHPAD
Résidence Les Trois Platanes, Villeurbanne (69) – CDI, 35 h

Notre résidence associative accueille 84 personnes âgées, dont 14 en unité protégée. L'équipe de jour se renforce : vous travaillerez en binôme, un week-end sur deux, sans coupure.

Au quotidien
- Accompagner les résidents pour la toilette, les repas et les déplacements
- Observer, transmettre et tracer les soins
- Animer avec nous les ateliers de l'unité Alzheimer
- Prévenir les chutes et les escarres

Indispensable
- Diplôme d'État d'aide-soignant (DEAS)
- Au moins 1 an d'expérience auprès de personnes âgées
- Soins d'hygiène et de confort, manutention avec lève-personne

Apprécié
- Expérience de la maladie d'Alzheimer ou formation d'assistant de soins en gérontologie (ASG)
- Transmissions sur Netsoins
- Notions de soins palliatifs

Salaire : 2 180 € à 2 420 € brut par mois selon ancienneté, reprise à 100 %, primes de dimanche comprises.`,
  },
  {
    id: 'second-de-cuisine-lyon',
    language: 'fr',
    text: `SECOND DE CUISINE (H/F) – LYON 2e

Le restaurant Maison Grivolle (70 couverts midi et soir, cuisine de marché, fermé dimanche et lundi) cherche son second ou sa seconde.

Avec le chef, vous tenez la production, les commandes et la brigade de six personnes. Vous prenez le service en main deux soirs par semaine.

Vous avez :
> un CAP ou un BP cuisine
> 5 ans d'expérience en cuisine traditionnelle ou gastronomique, dont au moins 1 an à un poste de second ou de chef de partie confirmé
> une vraie maîtrise de l'hygiène et de la méthode HACCP
> le goût de transmettre : vous encadrez commis et apprentis

Vous avez peut-être aussi :
> une bonne main en pâtisserie de restaurant
> l'habitude des fiches techniques et du coût matière
> un anglais de service, car la moitié de la salle est étrangère en été

Contrat : CDI 39 heures, deux jours et demi de repos consécutifs.
Rémunération : 2 700 à 3 000 € brut mensuels, pourboires partagés.`,
  },
  {
    id: 'electricien-tertiaire-venissieux',
    language: 'fr',
    text: `Électricien(ne) tertiaire N3P1/N3P2
Vénissieux et agglomération lyonnaise | CDI | 2 350 à 2 750 € brut + paniers et trajets

Qui sommes-nous ?
Voltéo Bâtiment, 45 personnes, équipe des bureaux, des écoles et des commerces. Chantiers de deux à six mois, jamais à plus de 40 km du dépôt.

Ce que vous ferez
- Tirer et raccorder courants forts et courants faibles
- Poser et câbler armoires, chemins de câbles et appareillages
- Lire plans et schémas, relever les modifications
- Participer aux essais et à la mise en service

Ce qu'il faut
- CAP, BP ou bac pro électricité
- 3 ans d'expérience sur des chantiers tertiaires
- Habilitations électriques B2V, BR, BC à jour
- Permis B : vous conduisez le fourgon de l'équipe

Ce qui nous ferait plaisir
- CACES R486 nacelle
- Pratique du KNX ou de la GTB
- Expérience des systèmes de sécurité incendie (SSI)`,
  },
  {
    id: 'comptable-general-lyon',
    language: 'fr',
    text: `Comptable général (F/H)
Lyon 3e, CDI, 34 à 39 k€ sur 13 mois, 2 jours de télétravail par semaine

Groupe Sorlin & Vals fabrique du mobilier de collectivité (160 salariés, deux filiales). Au sein d'une équipe de cinq, vous avez la charge d'une société de bout en bout.

Responsabilités :
Tenir la comptabilité générale, du lettrage au bilan
Établir les déclarations de TVA et préparer la liasse fiscale
Assurer les rapprochements bancaires et les clôtures mensuelles
Être l'interlocuteur des commissaires aux comptes

Profil exigé :
BTS Comptabilité et gestion, DCG ou équivalent
4 ans d'expérience en comptabilité générale
Pratique de Sage 100
Bonne maîtrise d'Excel (tableaux croisés dynamiques)

Atouts :
Un passage en cabinet d'expertise comptable
Anglais professionnel (B1), une filiale est en Irlande
Power BI

Prise de poste : janvier 2027.`,
  },
  {
    id: 'gestionnaire-paie-villeurbanne',
    language: 'fr',
    text: `Gestionnaire paie et administration du personnel H/F
CDD de 12 mois (remplacement, possibilité de CDI) – Villeurbanne – 30 000 à 34 000 € brut annuels

Mutalia Négoce distribue des fournitures de laboratoire dans toute la France : 310 salariés, quatre dépôts. Rattaché(e) à la responsable RH, vous gérez la paie de A à Z avec une collègue.

Missions principales
1. Établir et contrôler environ 160 bulletins par mois sous Silae
2. Produire les DSN et répondre aux organismes sociaux
3. Suivre contrats, absences, visites médicales et soldes de tout compte
4. Renseigner les salariés et les chefs de dépôt

Compétences attendues
- 3 ans d'expérience en gestion de la paie
- Maîtrise de la DSN et du droit social courant
- Pratique de Silae ou d'un logiciel de paie équivalent
- Formation bac+2 minimum en paie, RH ou comptabilité

Les petits plus
- Convention collective du commerce de gros
- Lucca ou un autre SIRH
- Excel, publipostage et recherche de données`,
  },
  {
    id: 'technicien-maintenance-meyzieu',
    language: 'fr',
    text: `Technicien(ne) de maintenance industrielle – Meyzieu (69)
CDI · équipes 3x8 · 30 à 36 k€ primes de poste incluses

Flaconnerie du Velin produit 1,2 million de flacons plastiques par jour sur 16 lignes. Votre équipe de quatre garde les machines en route.

Rôle
• Diagnostiquer et réparer les pannes électriques, mécaniques et pneumatiques
• Réaliser le préventif selon le plan et tracer dans la GMAO
• Modifier et sauvegarder les programmes d'automates (Siemens S7)
• Proposer des améliorations de fiabilité

Profil requis
• Bac pro MEI, BTS Maintenance des systèmes ou Électrotechnique
• 3 ans d'expérience en maintenance sur lignes de production
• Automates Siemens : lecture de programme et dépannage
• Habilitations électriques BR/BC

Souhaité
• Soudure TIG ou MIG
• Robots six axes
• Anglais technique pour lire les notices`,
  },
  {
    id: 'frontend-developer-lyon',
    language: 'en',
    text: `Front-end Developer (React / TypeScript)
Lyon, France (hybrid, 2 days in the office) · Permanent · €46,000–56,000

Ferriola builds the booking software of 900 small museums in eleven countries. We are 34 people; the web team is seven and works in English.

What you will do
- Build and own features of the visitor app in React and TypeScript
- Write automated tests and review your colleagues' code
- Work with our designer on a shared component library
- Measure and improve speed on modest phones

What you bring
- At least 3 years as a front-end or full-stack developer
- Strong React and TypeScript
- Automated testing (Vitest, Jest, Playwright or Cypress)
- English at B2 or better

Nice to have
- Web accessibility (WCAG)
- Node.js
- Experience with a design system
- Some French

We offer 30 days of leave, a real training budget and no on-call duty.`,
  },
  {
    id: 'customer-support-casablanca',
    language: 'en',
    text: `Bilingual Customer Support Specialist (French / English)
Casablanca, Morocco – permanent contract – 9,500 to 12,000 MAD net per month

Nomadine sells travel luggage online in 14 countries. Our Casablanca team of 25 answers customers by e-mail, chat and phone, Monday to Saturday.

The job
Answer about 60 customers a day in French and English
Solve delivery, refund and warranty cases from start to finish
Keep the help centre up to date
Report recurring problems to the product team

Requirements
French at native level or C1
English C1, written and spoken
1 year or more in customer service, by phone or chat
Comfortable with a ticketing tool such as Zendesk or Freshdesk

Bonus points
Arabic
Spanish or German
Experience in e-commerce

Transport is paid, health insurance from day one, evening shifts end at 9 p.m.`,
  },
  {
    id: 'front-desk-supervisor-brussels',
    language: 'en',
    text: `Front Desk Supervisor – four-star hotel, Brussels

Hotel Candelaere (132 rooms, steps from the park) is looking for a supervisor for its reception team of eight. Full time, permanent contract, joint committee 302, €2,650–3,000 gross per month depending on experience.

You will
* run the desk on your shift: arrivals, departures, groups, VIPs
* plan the rota and train new receptionists
* handle complaints before they become reviews
* close the day and check the cash with the night auditor

Must have
* 3 years of experience at a hotel reception
* fluent French and English
* working knowledge of Opera PMS
* early, late and weekend shifts

Good to have
* Dutch
* experience leading a team
* up-selling or revenue management`,
  },
  {
    id: 'b2b-sales-lyon',
    language: 'en',
    text: `Area Sales Executive, packaging machinery (m/f/x)
Home-based around Lyon, covering south-east France and French-speaking Switzerland
Permanent contract, €42k base + 20k variable, company car

About us: Pakverra designs wrapping and palletising machines in Ghent and sells them all over Europe. Internal language: English.

Your mission
Visit existing customers and win new ones in food, cosmetics and logistics
Run projects from first call to signed order, typically €40k–300k
Prepare quotations with our engineers and negotiate the terms
Keep your pipeline clean in Salesforce

We require
4+ years of field B2B sales, ideally of capital equipment
Fluent French and good English (B2)
Full driving licence: you will be on the road three days a week
A record of meeting targets

We would love
German
Knowledge of packaging or of the food industry
Salesforce or another CRM`,
  },
  {
    id: 'supply-planner-isle-dabeau',
    language: 'en',
    text: `Supply Chain Planner
L'Isle-d'Abeau (38), France – permanent – EUR 38,000 to 45,000 – one day of remote work

Arvelo Foods makes organic breakfast cereals in three European plants. You plan what our French plant makes and where it is stored.

Main tasks
- Turn the demand forecast into a weekly production plan
- Set safety stocks and order raw materials
- Chair the weekly meeting with sales, plant and carriers
- Track service level, stock cover and waste

Required
- 3 years in supply, demand or production planning
- SAP (MM/PP, APO or IBP)
- Advanced Excel
- English C1: plants talk to each other in English
- Degree in logistics, industrial engineering or similar (three years or more)

A plus
- French B1
- Food or other perishable goods
- Power BI
- APICS / CPIM certificate`,
  },
]
