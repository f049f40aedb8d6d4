import { useEffect, useRef, useState } from 'react'
import { FileDown } from 'lucide-react'
import { formatNumber } from '../kit/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { currentLanguage, useText } from '../ui/language.ts'
import { useOffLimits } from '../ui/offLimits.ts'
import { toast } from '../ui/toast.ts'
import { filesOfDrop } from './droppedFiles.ts'
import { text } from './text.ts'

type DropTargetProps = { onFiles: (files: File[]) => void }

/**
 * The whole window takes files and folders, dropped or pasted. A screen that wants a drop for itself (an
 * advert, a document) stops the event's propagation.
 */
export function DropTarget({ onFiles }: DropTargetProps) {
  const words = useText(text)
  const mayNot = useOffLimits('document')
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  useEffect(() => {
    take.current = onFiles
  })

  useEffect(() => {
    // dragenter and dragleave fire for every element crossed: count them to know when the window is left
    let depth = 0
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const end = () => {
      depth = 0
      setOver(false)
    }
    const drop = (event: DragEvent) => {
      end()
      if (!holdsFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      void filesOfDrop(event.dataTransfer).then(({ files, unreadable }) => {
        if (unreadable > 0) {
          const language = currentLanguage()
          toast({ text: text[language].dropUnreadable(formatNumber(language, unreadable)) })
        }
        if (files.length > 0) take.current(files)
      })
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      // an image copied with its text is a text to the field that has the cursor
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea')
      if (files.length === 0 || (inField && event.clipboardData?.types.includes('text/plain'))) return
      event.preventDefault()
      take.current(files)
    }
    addEventListener('dragenter', enter)
    addEventListener('dragleave', leave)
    addEventListener('dragover', hover)
    addEventListener('drop', drop)
    // a screen that takes the drop for itself stops it on the way up; the veil must go all the same
    addEventListener('drop', end, true)
    addEventListener('dragend', end)
    addEventListener('paste', paste)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('dragover', hover)
      removeEventListener('drop', drop)
      removeEventListener('drop', end, true)
      removeEventListener('dragend', end)
      removeEventListener('paste', paste)
    }
  }, [])

  if (!over) return null
  return (
    <div className="dropveil" aria-hidden="true">
      <div className="drop">
        <Icon as={FileDown} size="l" />
        <p className="t-title">{mayNot ?? words.dropTitle}</p>
        {mayNot === undefined && <p className="t-2">{words.dropNote}</p>}
      </div>
    </div>
  )
}
