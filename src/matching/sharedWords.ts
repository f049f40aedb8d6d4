import { catalogue } from '../ui/language.ts'

/** What other rooms say of applications in the same words. */
export const sharedWords = catalogue({
  fr: {
    stages: {
      new: 'Nouveau',
      seen: 'Vu',
      contacted: 'Contacté',
      proposed: 'Proposé',
      interview: 'Entretien',
      accepted: 'Accepté',
      rejected: 'Écarté',
    },
  },
  en: {
    stages: {
      new: 'New',
      seen: 'Seen',
      contacted: 'Contacted',
      proposed: 'Proposed',
      interview: 'Interview',
      accepted: 'Accepted',
      rejected: 'Rejected',
    },
  },
})
