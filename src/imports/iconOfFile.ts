import {
  File,
  FileArchive,
  FileBraces,
  FileCode,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileType,
  type LucideIcon,
  Mail,
} from 'lucide-react'

const byEnding: [RegExp, LucideIcon][] = [
  [/\.pdf$/i, FileText],
  [/\.(?:docx?|docm|dotx?|odt|ott|fodt|rtf|pages|wps|wpd)$/i, FileType],
  [/\.(?:jpe?g|png|webp|heic|avif|gif|bmp|tiff?)$/i, FileImage],
  [/\.(?:eml|msg)$/i, Mail],
  [/\.(?:zip|rar|7z|gz|tgz)$/i, FileArchive],
  [/\.(?:xlsx?|ods|numbers|csv)$/i, FileSpreadsheet],
  [/\.(?:html?|mht|mhtml)$/i, FileCode],
  [/\.(?:json|xml)$/i, FileBraces],
  [/\.(?:txt|md|text)$/i, FileText],
]

/** The drawing of a file's kind, by how its name ends; what the file is in truth, the reader finds out. */
export const iconOfFile = (fileName: string): LucideIcon =>
  byEnding.find(([ending]) => ending.test(fileName))?.[1] ?? File
