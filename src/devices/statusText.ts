import { formatNumber, plural } from '../kit/format.ts'
import { catalogue } from '../ui/language.ts'

const changes = (count: number) =>
  `${formatNumber('fr', count)} ${plural('fr', count, { one: 'modification', other: 'modifications' })}`
const changesEn = (count: number) =>
  `${formatNumber('en', count)} ${plural('en', count, { one: 'change', other: 'changes' })}`

/** What the foot says of syncing, and what the sheet behind it explains. */
export const statusText = catalogue({
  fr: {
    title: 'Synchronisation',
    upToDate: (when: string) => `À jour, ${when}`,
    recordsUpToDate: (when: string) => `Fiches à jour, ${when}`,
    filesToSend: (count: number) =>
      `${formatNumber('fr', count)} ${plural('fr', count, { one: 'fichier', other: 'fichiers' })} à envoyer`,
    filesComing: (count: number, percent: string) =>
      `${formatNumber('fr', count)} ${plural('fr', count, { one: 'fichier arrive', other: 'fichiers arrivent' })}, ${percent}`,
    fileSent: (done: string, size: string) => `le premier en est à ${done} sur ${size}`,
    devices: (count: number) =>
      count < 2 ? 'Seul appareil, relais aveugle' : `${formatNumber('fr', count)} appareils, relais aveugle`,
    toSend: (count: number) => `${changes(count)} à envoyer`,
    scoresToSend: (count: number) =>
      `${formatNumber('fr', count)} ${plural('fr', count, { one: 'ligne', other: 'lignes' })} du registre des scores`,
    sending: 'Envoi en cours',
    connecting: 'Reprise du contact avec le relais',
    neverSynced: 'Pas encore à jour sur cet appareil',
    lastSynced: (when: string) => `À jour la dernière fois ${when}`,
    fetching: (done: number, total: number) =>
      `Réception, ${formatNumber('fr', done)} sur ${formatNumber('fr', total)}`,
    offline: 'Hors ligne, tout marche',
    unreachable: 'Relais injoignable, tout marche',
    nothingToSend: 'Rien à envoyer',
    keptHere: (count: number) =>
      count === 0 ? 'Rien n’attend ici' : `${changes(count)} ${count < 2 ? 'attend' : 'attendent'} ici`,
    updateNeeded: 'Mise à jour nécessaire',
    revoked: 'Cet appareil a été révoqué',
    revokedNote: 'Il ne reçoit plus rien. Voir',
    see: 'Voir',
    refused: {
      quota: 'Relais\u00A0: quota atteint',
      tooLarge: 'Relais\u00A0: envoi trop gros',
      tooFast: 'Relais\u00A0: trop d’envois, pause',
      revoked: 'Cet appareil a été révoqué',
      forbidden: 'Relais\u00A0: droit refusé',
      stranger: 'Relais\u00A0: appareil inconnu',
      fork: 'Relais\u00A0: deux copies de cet appareil',
      gap: 'Relais\u00A0: un lot lui manque',
      signature: 'Relais\u00A0: signature refusée',
      stale: 'Relais\u00A0: liste des appareils dépassée',
      noSpace: 'Relais\u00A0: espace inconnu',
      gone: 'Relais\u00A0: espace supprimé',
      admission: 'Relais\u00A0: code d’admission refusé',
      version: 'Mise à jour nécessaire',
      full: 'Relais\u00A0: plus de place',
    },
    refusedNotes: {
      quota:
        'L’espace est plein au relais. Rien n’est perdu\u00A0: les envois reprendront dès qu’il y aura de la place.',
      tooLarge:
        'Le relais n’accepte pas un envoi de cette taille. La personne qui l’administre peut relever la limite.',
      tooFast: 'Le relais demande de ralentir. Les envois reprennent seuls.',
      revoked: 'Le relais ne prend plus rien de cet appareil.',
      forbidden: 'Le rôle de cet appareil ne permet pas cet envoi. Demandez à un propriétaire.',
      stranger: 'Le relais ne connaît pas cet appareil. Demandez une nouvelle invitation.',
      fork: 'Une copie de cet appareil a envoyé autre chose sous le même numéro. Il prend une identité neuve et continue.',
      gap: 'Le relais attend un lot plus ancien\u00A0: il lui est renvoyé.',
      signature:
        'Le relais n’a pas reconnu la signature de cet appareil. Rechargez la page\u00A0; si cela dure, reliez-le à nouveau.',
      stale: 'La liste des appareils a changé entre-temps. Vivier la relit et recommence.',
      noSpace: 'Ce relais ne connaît plus cet espace. Vérifiez son adresse dans les réglages.',
      gone: 'Un propriétaire, ou la personne qui tient le relais, y a supprimé cet espace. Vos fiches restent ici. Quittez ce partage, ou choisissez un autre relais dans les réglages.',
      admission: 'Ce relais demande un code d’admission pour ouvrir un espace.',
      version:
        'Le relais ou un autre appareil parle une version plus récente. Rechargez la page pour mettre Vivier à jour.',
      full: 'Le disque du relais est plein. Rien n’est perdu\u00A0: tout attend ici, et part seul dès que la personne qui tient le relais a fait de la place.',
    },
    alertHeads: {
      aside: (count: number) => (count < 2 ? 'Un lot mis de côté' : `${formatNumber('fr', count)} lots mis de côté`),
      withheld: 'Le relais retient un lot',
      rolledBack: 'Le relais montre un passé',
      parted: 'Le relais a perdu une décision',
      roleRefused: 'Un envoi hors rôle refusé',
      snapshotLacks: 'Un état partagé incomplet',
      diskFull: 'Plus de place sur cet appareil',
      relayReset: 'Le relais a été réinitialisé',
      copyOfThisDevice: 'Une copie de cet appareil existe',
    },
    alertTitles: {
      aside: 'Lot mis de côté',
      withheld: 'Lot retenu par le relais',
      rolledBack: 'Retour en arrière refusé',
      parted: 'Relais remis en arrière',
      roleRefused: 'Envoi hors rôle refusé',
      snapshotLacks: 'État partagé incomplet',
      diskFull: 'Plus de place ici',
      relayReset: 'Relais réinitialisé',
      copyOfThisDevice: 'Copie de cet appareil',
    },
    alertNotes: {
      aside: (device: string, numbers: string, reason: string) =>
        `${device}, ${numbers}\u00A0: ${reason} Tout le reste est appliqué.`,
      withheld: (device: string, numbers: string) =>
        `${device}, ${numbers}\u00A0: d’autres appareils l’ont vu, ce relais ne le livre pas. Vivier le redemande.`,
      rolledBack: 'Le relais a présenté une liste d’appareils plus ancienne que celle déjà vue. Elle est refusée.',
      parted:
        'Le relais a perdu des décisions que cet appareil connaît. Quelqu’un doit décider comment continuer\u00A0: voir en haut de cette page.',
      roleRefused: (device: string) => `${device} a envoyé plus que son rôle ne permet. Rien n’en est appliqué.`,
      snapshotLacks: (device: string) =>
        `${device} a déposé au relais un état de l’espace où des dossiers manquent. Rien n’est perdu ici\u00A0: cet appareil les redonne.`,
      diskFull:
        'La réception attend\u00A0: cet appareil est plein. Libérez de l’espace, elle reprendra seule. Rien n’est perdu.',
      relayReset:
        'Le journal du relais n’est plus celui d’avant. Vivier l’a relu depuis le début et lui a rendu ce qui manquait.',
      copyOfThisDevice:
        'Cet appareil a été restauré d’une copie ancienne, ou une copie vit ailleurs. Il a pris une identité neuve\u00A0; rien n’est perdu.',
    },
    asideReasons: {
      sealed: 'la clé n’est pas encore là.',
      unreadable: 'le contenu ne se lit pas.',
      newer: 'il vient d’une version plus récente\u00A0; il s’ouvrira après la mise à jour.',
      held: 'un lot précédent manque.',
      forbidden: 'son rôle ne permet pas ce qu’il contient.',
      revoked: 'l’appareil était révoqué.',
      signature: 'la signature n’est pas la sienne.',
      other: 'raison inconnue.',
    },
    aDevice: 'Un appareil',
    batch: (first: number, last: number) =>
      first === last
        ? `lot ${formatNumber('fr', first)}`
        : `lots ${formatNumber('fr', first)} à ${formatNumber('fr', last)}`,
    lastEqual: 'À jour pour la dernière fois',
    never: 'pas encore',
    queue: 'À envoyer',
    relay: 'Relais',
    transport: 'Passage',
    transports: { socket: 'WebSocket, en direct', http: 'HTTP, par intervalles' },
    noTransport: 'aucun en ce moment',
    space: 'Place au relais',
    spaceOf: (used: string, quota: string) => `${used} sur ${quota}`,
    notice: 'Annonce du relais',
    noticeUntil: (words: string, when: string, isDate: boolean) =>
      `${words}, ${isDate ? 'jusqu’au' : 'jusqu’à'} ${when}`,
    paused: 'Relais en pause',
    syncNow: 'Synchroniser maintenant',
    reload: 'Recharger la page',
    leave: 'Quitter ce partage',
    leftHere: 'Cet appareil ne partage plus. Ses fiches restent.',
    drop: 'Effacer les fiches d’ici',
    dropTitle: 'Effacer les fiches de l’équipe de cet appareil\u00A0?',
    dropNote:
      'Candidats, offres, CV, notes et historique quittent cet appareil, et ce que vous y avez écrit depuis sa révocation aussi. Les autres appareils gardent tout. Rien ne les rendra ici.',
    dropWord: 'effacer',
    dropTyping: 'Pour confirmer, tapez «\u00A0effacer\u00A0»',
    dropped: 'Les fiches de l’équipe ne sont plus sur cet appareil.',
    alerts: 'À savoir',
    noAlerts: 'Rien à signaler.',
    allDevices: 'Tous les appareils',
    devicesTitle: 'Appareils',
    notShared: 'Cet appareil ne partage avec aucun autre.',
    notSharedNote: 'Tout est ici, scellé. Partager relie d’autres appareils par un relais qui ne peut rien lire.',
    share: 'Partager cet espace',
    join: 'Rejoindre mon équipe',
    conflictsCount: (count: number) =>
      `${formatNumber('fr', count)} ${plural('fr', count, { one: 'valeur changée des deux côtés', other: 'valeurs changées des deux côtés' })}`,
    leaveRevoked:
      'Un propriétaire a retiré cet appareil. Ce qui était arrivé avant reste lisible ici\u00A0; ce que vous écrivez ne part plus. Pour revenir, quittez ce partage, puis demandez une nouvelle invitation.',
  },
  en: {
    title: 'Sync',
    upToDate: (when) => `Up to date, ${when}`,
    recordsUpToDate: (when) => `Records up to date, ${when}`,
    filesToSend: (count) =>
      `${formatNumber('en', count)} ${plural('en', count, { one: 'file', other: 'files' })} to send`,
    filesComing: (count, percent) =>
      `${formatNumber('en', count)} ${plural('en', count, { one: 'file', other: 'files' })} coming, ${percent}`,
    fileSent: (done, size) => `the first is at ${done} of ${size}`,
    devices: (count) => (count < 2 ? 'Only device, blind relay' : `${formatNumber('en', count)} devices, blind relay`),
    toSend: (count) => `${changesEn(count)} to send`,
    scoresToSend: (count) =>
      `${formatNumber('en', count)} ${plural('en', count, { one: 'line', other: 'lines' })} of the log of scores`,
    sending: 'Sending',
    connecting: 'Reaching the relay again',
    neverSynced: 'Not up to date on this device yet',
    lastSynced: (when) => `Last up to date ${when}`,
    fetching: (done, total) => `Receiving, ${formatNumber('en', done)} of ${formatNumber('en', total)}`,
    offline: 'Offline, everything works',
    unreachable: 'Relay out of reach, everything works',
    nothingToSend: 'Nothing to send',
    keptHere: (count) =>
      count === 0 ? 'Nothing waits here' : `${changesEn(count)} ${count === 1 ? 'waits' : 'wait'} here`,
    updateNeeded: 'Update needed',
    revoked: 'This device was revoked',
    revokedNote: 'It receives nothing any more. See',
    see: 'See',
    refused: {
      quota: 'Relay: quota reached',
      tooLarge: 'Relay: too large to send',
      tooFast: 'Relay: too many, pausing',
      revoked: 'This device was revoked',
      forbidden: 'Relay: not allowed',
      stranger: 'Relay: device unknown',
      fork: 'Relay: two copies of this device',
      gap: 'Relay: a batch is missing',
      signature: 'Relay: signature refused',
      stale: 'Relay: device list outdated',
      noSpace: 'Relay: space unknown',
      gone: 'Relay: space deleted',
      admission: 'Relay: admission code refused',
      version: 'Update needed',
      full: 'Relay: no room left',
    },
    refusedNotes: {
      quota: 'The space is full at the relay. Nothing is lost: sending resumes as soon as there is room.',
      tooLarge: 'The relay takes nothing of this size. Whoever runs it can raise the limit.',
      tooFast: 'The relay asks to slow down. Sending resumes by itself.',
      revoked: 'The relay takes nothing from this device any more.',
      forbidden: 'The role of this device does not allow this. Ask an owner.',
      stranger: 'The relay does not know this device. Ask for a new invitation.',
      fork: 'A copy of this device sent something else under the same number. It takes a new identity and goes on.',
      gap: 'The relay waits for an earlier batch: it is being sent again.',
      signature: 'The relay did not recognise this device’s signature. Reload; if it lasts, link it again.',
      stale: 'The list of devices changed meanwhile. Vivier reads it again and retries.',
      noSpace: 'This relay no longer knows this space. Check its address in the settings.',
      gone: 'An owner, or whoever runs the relay, deleted this space there. Your records stay here. Leave this sharing, or choose another relay in the settings.',
      admission: 'This relay asks for an admission code to open a space.',
      version: 'The relay or another device speaks a newer version. Reload the page to update Vivier.',
      full: 'The relay’s disk is full. Nothing is lost: all waits here, and goes by itself once whoever runs the relay has made room.',
    },
    alertHeads: {
      aside: (count) => (count < 2 ? 'One batch set aside' : `${formatNumber('en', count)} batches set aside`),
      withheld: 'The relay withholds a batch',
      rolledBack: 'The relay shows a past',
      parted: 'The relay lost a decision',
      roleRefused: 'A batch beyond its role refused',
      snapshotLacks: 'A shared state is incomplete',
      diskFull: 'No room left on this device',
      relayReset: 'The relay was reset',
      copyOfThisDevice: 'A copy of this device exists',
    },
    alertTitles: {
      aside: 'Batch set aside',
      withheld: 'Batch withheld by the relay',
      rolledBack: 'Step back refused',
      parted: 'Relay set back',
      roleRefused: 'Batch beyond its role refused',
      snapshotLacks: 'Incomplete shared state',
      diskFull: 'No room left here',
      relayReset: 'Relay reset',
      copyOfThisDevice: 'Copy of this device',
    },
    alertNotes: {
      aside: (device, numbers, reason) => `${device}, ${numbers}: ${reason} All the rest is applied.`,
      withheld: (device, numbers) =>
        `${device}, ${numbers}: other devices have seen it, this relay does not deliver it. Vivier asks again.`,
      rolledBack: 'The relay presented an older list of devices than the one already seen. It is refused.',
      parted:
        'The relay lost decisions that this device knows. Someone has to decide how to go on: see the top of this page.',
      roleRefused: (device) => `${device} sent more than its role allows. None of it is applied.`,
      snapshotLacks: (device) =>
        `${device} left a state of the workspace at the relay that lacks records. Nothing is lost here: this device gives them again.`,
      diskFull: 'Receiving waits: this device is full. Free some space and it resumes by itself. Nothing is lost.',
      relayReset:
        'The relay’s log is not the one it was. Vivier read it again from the start and gave back what was missing.',
      copyOfThisDevice:
        'This device was restored from an older copy, or a copy lives elsewhere. It took a new identity; nothing is lost.',
    },
    asideReasons: {
      sealed: 'the key is not here yet.',
      unreadable: 'its content cannot be read.',
      newer: 'it comes from a newer version; it will open after the update.',
      held: 'a batch before it is missing.',
      forbidden: 'its role does not allow what it holds.',
      revoked: 'the device was revoked.',
      signature: 'the signature is not its own.',
      other: 'reason unknown.',
    },
    aDevice: 'A device',
    batch: (first, last) =>
      first === last
        ? `batch ${formatNumber('en', first)}`
        : `batches ${formatNumber('en', first)} to ${formatNumber('en', last)}`,
    lastEqual: 'Last up to date',
    never: 'not yet',
    queue: 'To send',
    relay: 'Relay',
    transport: 'Way through',
    transports: { socket: 'WebSocket, live', http: 'HTTP, at intervals' },
    noTransport: 'none right now',
    space: 'Room at the relay',
    spaceOf: (used, quota) => `${used} of ${quota}`,
    notice: 'Notice from the relay',
    noticeUntil: (words, when) => `${words}, until ${when}`,
    paused: 'The relay pauses',
    syncNow: 'Sync now',
    reload: 'Reload the page',
    leave: 'Leave this sharing',
    leftHere: 'This device no longer shares. Its records stay.',
    drop: 'Erase the records from here',
    dropTitle: 'Erase the team’s records from this device?',
    dropNote:
      'Candidates, offers, CVs, notes and history leave this device, and so does what you wrote here since it was revoked. The other devices keep everything. Nothing will bring them back here.',
    dropWord: 'erase',
    dropTyping: 'To confirm, type “erase”',
    dropped: 'The team’s records are no longer on this device.',
    alerts: 'Worth knowing',
    noAlerts: 'Nothing to report.',
    allDevices: 'All devices',
    devicesTitle: 'Devices',
    notShared: 'This device shares with no other.',
    notSharedNote: 'Everything is here, sealed. Sharing links other devices through a relay that can read nothing.',
    share: 'Share this workspace',
    join: 'Join my team',
    conflictsCount: (count) =>
      `${formatNumber('en', count)} ${plural('en', count, { one: 'value changed on both sides', other: 'values changed on both sides' })}`,
    leaveRevoked:
      'An owner removed this device. What had arrived before can still be read here; what you write no longer leaves. To come back, leave this sharing, then ask for a new invitation.',
  },
})
