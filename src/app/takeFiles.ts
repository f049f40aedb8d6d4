import { navigate } from 'wouter/use-browser-location'
import { receiveFiles } from '../imports/receiveFiles.ts'
import { installModelFiles } from '../matching/tier.ts'
import { isOfficialArchive, isOfficialList } from '../model/taxonomy.ts'
import { useOffLimitsStore } from '../ui/offLimits.ts'
import { toast } from '../ui/toast.ts'

const modelScreen = '/reglages/classement'
const lexiconScreen = '/reglages/lexique'

const isLexicons = (name: string): boolean => isOfficialList(name) || isOfficialArchive(name)

/**
 * Files given to the window: those of a model go where models are chosen, as does a ZIP while that screen is open, and
 * official lists of trades to the lexicon; all others are documents to import.
 */
export function takeFiles(files: File[]): void {
  const at = location.pathname
  const goTo = (screen: string) => at !== screen && navigate(screen)
  if (files.some(({ name }) => (at === modelScreen ? /\.(?:onnx|json|zip)$/i : /\.onnx$/i).test(name))) {
    goTo(modelScreen)
    installModelFiles(files)
  } else if (
    files.every(({ name }) => isLexicons(name) || (at === lexiconScreen && /\.(?:csv|json|zip)$/i.test(name)))
  ) {
    goTo(lexiconScreen)
    void import('../lexicon/officialFiles.ts').then(({ readOfficialFiles }) => readOfficialFiles(files))
  } else {
    const mayNot = useOffLimitsStore.getState().because('document')
    if (mayNot === undefined) void receiveFiles(files)
    else toast({ text: mayNot })
  }
}
