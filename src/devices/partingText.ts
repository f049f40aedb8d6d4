import { catalogue } from '../ui/language.ts'

export const partingText = catalogue({
  fr: {
    title: 'Le relais a perdu des décisions',
    intro:
      'Le relais a été remis en arrière, sans doute depuis une sauvegarde. Il n’a plus ce que cet appareil sait de l’espace. Tout marche ici, mais rien n’est envoyé ni reçu avant que quelqu’un décide.',
    lost: 'Perdu par le relais',
    found: 'À la place',
    foundNothing:
      'Rien. Mais il ne peut pas le reprendre tel quel\u00A0: un appareil concerné a envoyé des modifications depuis.',
    does: 'Ce que cela fait',
    doesList:
      'Ce qui est perdu est refait et signé par vous\u00A0: qui était retiré l’est à nouveau, qui était admis l’est à nouveau.\nCe que d’autres ont décidé depuis reste, sauf ce qui rendrait un droit retiré.\nLes clés changent. Rien de ce que l’équipe a écrit n’est perdu.\nLes autres appareils suivent d’eux-mêmes.',
    caution:
      'Personne n’a restauré ce relais\u00A0? Parlez-en d’abord à qui l’administre\u00A0: le remettre en arrière est aussi ce que ferait quelqu’un qui veut garder un appareil retiré.',
    goOn: 'Refaire et continuer',
    done: 'C’est refait. La synchronisation reprend.',
    ask: (names: string) =>
      `Cet appareil ne peut pas en décider. Demandez à ${names}, depuis un appareil qui était à jour.`,
    askNobody:
      'Aucun appareil connu ici ne peut en décider. Demandez une nouvelle invitation à un propriétaire, après avoir quitté ce partage\u00A0: vos fiches restent.',
    or: ' ou ',
    someone: 'quelqu’un',
    aDevice: 'un appareil',
    entries: {
      genesis: (by: string) => `${by} a créé l’espace`,
      add: (by: string, device: string, role: string) =>
        `${by} a relié ${device}${role === '' ? '' : `, rôle ${role}`}`,
      role: (by: string, device: string, role: string) => `${by} a donné à ${device} le rôle ${role}`,
      revoke: (by: string, device: string) => `${by} a révoqué ${device}`,
      epoch: (by: string) => `${by} a changé les clés`,
      recovery: (by: string) => `${by} a fait une clé de secours`,
      name: (_: string, device: string) => `Un appareil a pris pour nom ${device}`,
      reconcile: (by: string) => `${by} a refait ce que le relais avait perdu`,
    },
    quoted: (name: string) => `«\u00A0${name}\u00A0»`,
    ofPerson: (device: string, person: string) => `${device} (${person})`,
  },
  en: {
    title: 'The relay lost decisions',
    intro:
      'The relay was set back, probably to a backup. It no longer has what this device knows of the workspace. Everything works here, but nothing is sent or received until someone decides.',
    lost: 'Lost by the relay',
    found: 'In its place',
    foundNothing: 'Nothing. But it cannot take it again as it was: a device concerned has sent changes since.',
    does: 'What this does',
    doesList:
      'What was lost is redone and signed by you: who was removed is removed again, who was let in is let in again.\nWhat others decided since stands, except what would give back a right that was taken away.\nThe keys change. Nothing that the team wrote is lost.\nThe other devices follow by themselves.',
    caution:
      'Nobody restored this relay? Speak first to whoever runs it: setting it back is also what someone would do who wants to keep a removed device in.',
    goOn: 'Redo and go on',
    done: 'Redone. Syncing goes on.',
    ask: (names) => `This device cannot decide. Ask ${names}, on a device that was up to date.`,
    askNobody:
      'No device known here can decide. Ask an owner for a new invitation, after leaving this sharing: your records stay.',
    or: ' or ',
    someone: 'someone',
    aDevice: 'a device',
    entries: {
      genesis: (by) => `${by} made the workspace`,
      add: (by, device, role) => `${by} linked ${device}${role === '' ? '' : `, role ${role}`}`,
      role: (by, device, role) => `${by} gave ${device} the role ${role}`,
      revoke: (by, device) => `${by} revoked ${device}`,
      epoch: (by) => `${by} changed the keys`,
      recovery: (by) => `${by} made a recovery key`,
      name: (_, device) => `A device took the name ${device}`,
      reconcile: (by) => `${by} redid what the relay had lost`,
    },
    quoted: (name) => `“${name}”`,
    ofPerson: (device, person) => `${device} (${person})`,
  },
})
