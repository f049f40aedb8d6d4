// The upper half of code page 850, in which Windows writes the names of a ZIP in western Europe.
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0'

/** The name of a ZIP's entry: UTF-8 where it says so or where it is, else the code page of old archivers. */
export function decodeEntryName(bytes: Uint8Array, isUtf8: boolean, unicodeName: Uint8Array | null): string {
  if (unicodeName) return new TextDecoder().decode(unicodeName)
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes)
  } catch {
    // Bytes of an old code page.
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80]!)).join('')
  }
}

/** What archivers and systems leave beside the files a person put in: never looked at, never reported. */
export const isJunk = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX|\.git|\.svn|\.Trash[^/]*|\$RECYCLE\.BIN)\//i.test(path) ||
  /(?:^|\/)(?:\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini|ehthumbs\.db|Icon\r?)$/i.test(path)

/** A path with slashes, without what would lead out of its archive. */
export const tidyPath = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .normalize('NFC')
