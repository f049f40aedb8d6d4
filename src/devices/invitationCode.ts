/** What an address or a typed code leads to. */
export interface CodeRead {
  /** Twelve characters, capitals, without dashes. */
  code: string
  /** When the invitation goes through another relay than the page's own server. */
  relayUrl?: string
}

/** Letters that Crockford's alphabet leaves out, as people read them. */
const readAs: Record<string, string> = { O: '0', I: '1', L: '1' }

/** The code among what was typed, scanned or given after `#`; null when there is none. */
export function readCode(given: string): CodeRead | null {
  const text = decode(given.trim())
  const after = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text
  const relayUrl = /https?:\/\/[^\s&#]+$/i.exec(after)?.[0]
  const head = relayUrl === undefined ? after : after.slice(0, after.indexOf(relayUrl))
  const letters = (/^[\s\da-z.–-]+/i.exec(head)?.[0] ?? '').toUpperCase().replaceAll(/[^\dA-Z]/g, '')
  const code = [...letters].slice(0, codeLength).map((letter) => readAs[letter] ?? letter)
  if (letters.length < codeLength || (letters.length > codeLength && relayUrl === undefined)) return null
  if (!code.every((letter) => /[\dA-HJKMNP-TV-Z]/.test(letter))) return null
  return { code: code.join(''), ...(relayUrl === undefined ? {} : { relayUrl }) }
}

export const codeLength = 12

/** `7Q4K-M2XD-9TRB`: as people read it out. */
export const codeInGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-')

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // a stray % in what was typed: taken as it stands
    return text
  }
}
