import { memberOf } from '../../src/log/membership.ts'
import { mayPush, mayRead } from '../../src/log/roles.ts'
import type { SimRelay } from './simRelay.ts'

/** A sealed file at the relay, whole or begun. */
export interface RelayFile {
  /** Tells this upload from every other. */
  upload: string
  by: string
  size: number
  bytes: Uint8Array
}

/** What the relay does with files (sync-server/blobs.ts). Each call is one request, on disk when it answers. */
export class RelayFiles {
  /** No more files than this are taken. */
  quota = Number.POSITIVE_INFINITY
  /** What is larger is not taken. */
  largest = Number.POSITIVE_INFINITY
  /** How a relay that lies gives what it has. */
  lie: ((bytes: Uint8Array) => Uint8Array) | null = null
  private readonly relay: SimRelay
  private begun = 0

  constructor(relay: SimRelay) {
    this.relay = relay
  }

  private rights(device: string): number {
    const { chain } = this.relay.disk
    const member = chain && memberOf(chain, device)
    return member && member.revokedIn === undefined ? member.rights : 0
  }

  private keep(name: string, file: RelayFile | null): void {
    const { disk } = this.relay
    const { [name]: _, ...others } = disk.files
    this.relay.disk = { ...disk, files: file ? { ...others, [name]: file } : others }
  }

  begin(device: string, name: string, size: number): { upload: string } | 'exists' | 'tooLarge' | 'later' {
    const { files, rows } = this.relay.disk
    if (!mayPush(this.rights(device))) return 'later'
    if (size > this.largest) return 'tooLarge'
    if (files[name]) return 'exists'
    if (Object.keys(files).length >= this.quota || rows.length >= this.relay.quota) return 'later'
    this.begun += 1
    const upload = `upload ${this.begun}`
    this.keep(name, { upload, by: device, size, bytes: new Uint8Array(0) })
    return { upload }
  }

  stands(device: string, name: string): { upload: string; at: number; size: number } | null {
    const file = this.relay.disk.files[name]
    return file && mayPush(this.rights(device)) ? { upload: file.upload, at: file.bytes.length, size: file.size } : null
  }

  append(device: string, name: string, upload: string, at: number, bytes: Uint8Array): boolean {
    const file = this.relay.disk.files[name]
    if (!file || !mayPush(this.rights(device)) || at !== file.bytes.length || upload !== file.upload) return false
    const whole = new Uint8Array(Math.min(file.size, at + bytes.length))
    whole.set(file.bytes)
    whole.set(bytes.subarray(0, whole.length - at), at)
    this.keep(name, { ...file, bytes: whole })
    return at + bytes.length <= file.size
  }

  remove(device: string, name: string): 'gone' | 'forbidden' | 'later' {
    const rights = this.rights(device)
    const file = this.relay.disk.files[name]
    const isOwnBeginning = file?.by === device && file.bytes.length < file.size
    if (!mayPush(rights) || (!isOwnBeginning && !mayRead(rights))) return 'forbidden'
    this.keep(name, null)
    return 'gone'
  }

  /** What was begun and left goes after some days. */
  sweep(): void {
    for (const [name, { bytes, size }] of Object.entries(this.relay.disk.files))
      if (bytes.length < size) this.keep(name, null)
  }

  missing(device: string, names: readonly string[]): string[] | null {
    const { files } = this.relay.disk
    if (!mayPush(this.rights(device))) return null
    return names.filter((name) => !files[name] || files[name].bytes.length < files[name].size)
  }

  read(
    device: string,
    name: string,
    from: number,
    bytes: number,
  ): { bytes: Uint8Array; size: number } | 'absent' | 'later' {
    if (!mayRead(this.rights(device))) return 'later'
    const file = this.relay.disk.files[name]
    if (!file || file.bytes.length < file.size) return 'absent'
    if (from >= file.size) return 'later'
    const told = this.lie ? this.lie(file.bytes) : file.bytes
    return { bytes: told.slice(from, from + bytes), size: file.size }
  }
}
