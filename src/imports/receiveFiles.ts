import { formatList } from '../kit/format.ts'
import { currentLanguage } from '../ui/language.ts'
import { useOffLimitsStore } from '../ui/offLimits.ts'
import { toast } from '../ui/toast.ts'
import { importCv } from './queue.ts'
import { text } from './text.ts'

/** Takes dropped, picked, pasted, photographed or shared files into the queue, and says what was taken and what not. */
export async function receiveFiles(files: readonly File[]): Promise<void> {
  const language = currentLanguage()
  const t = text[language]
  // What would be read and then refused is not taken at all.
  const offBecause = useOffLimitsStore.getState().because('document')
  if (offBecause !== undefined) return toast({ text: offBecause })
  const { kept, lost } = await importCv(files)
  if (lost.length > 0) {
    const names = lost.slice(0, 3).map(({ fileName }) => fileName)
    toast({ text: t.lostFiles(lost.length, formatList(language, lost.length > 3 ? [...names, '…'] : names)) })
  } else if (kept > 0) {
    toast({ text: t.taken(kept) })
  }
}
