import type { InputHTMLAttributes, Ref } from 'react'

interface FilePickerProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'multiple' | 'accept' | 'capture'> {
  /** A button opens the system's list by `picker.current?.click()`. */
  picker: Ref<HTMLInputElement>
  onFiles: (files: File[]) => void
  /** A whole folder instead of files. React knows no such attribute: '' sets it. */
  webkitdirectory?: ''
  'data-testid'?: string
}

/** Asks the system for files, unseen. The same file may be chosen twice in a row; an empty choice says nothing. */
export function FilePicker({ picker, onFiles, ...rest }: FilePickerProps) {
  return (
    <input
      {...rest}
      ref={picker}
      type="file"
      hidden
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])]
        event.currentTarget.value = ''
        if (files.length > 0) onFiles(files)
      }}
    />
  )
}
