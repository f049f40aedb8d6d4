/**
 * What a model must tell apart before it is used: phrases of CVs and adverts in both languages, each with another
 * wording of the same in the other language. Ours; none is in the training data of the embedded models.
 */
export const checkPairs: readonly (readonly [string, string])[] = [
  ['a passé ses nuits à veiller des malades en fin de vie', 'sat up with dying patients on the late shift'],
  ['tient les comptes de petites boutiques', 'does the books for corner shops'],
  ['pose du carrelage dans des salles d’eau', 'lays tiles in wet rooms'],
  ['répare des ascenseurs en panne', 'fixes lifts that are out of order'],
  ['apaise des clients mécontents au téléphone', 'calms angry callers down'],
  ['fait rouler les rames du métro', 'drives underground trains'],
  ['dresse les tables et porte les plats', 'lays tables and brings the dishes out'],
  ['a élagué des platanes le long des routes', 'trimmed roadside trees'],
  ['traque les bogues d’applications bancaires', 'hunts down defects in banking software'],
  ['règle les différends entre voisins', 'settles quarrels between neighbours'],
  ['apprend à nager aux tout-petits', 'teaches toddlers to swim'],
  ['charge des camions sur les quais', 'fills lorries at the dock'],
  ['coud des ourlets et reprend des vestes', 'takes in jackets and sews hems'],
  ['vide les poissons avant l’ouverture du marché', 'guts fish before the stalls open'],
  ['tond des moutons en montagne', 'shears sheep in the hills'],
  ['rédige les procès-verbaux des réunions', 'writes up what was said in meetings'],
  ['défend des salariés devant les juges', 'stands up for employees in court'],
  ['soigne les dents des enfants', 'looks after children’s teeth'],
  ['isole les combles des maisons anciennes', 'fits loft insulation in old houses'],
  ['monte les décors d’un théâtre', 'puts up scenery for plays'],
]
