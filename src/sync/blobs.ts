import { concatBytes } from '../kit/bytes.ts'
import type { Stored } from '../model/record.ts'
import { putBlobAs, readBlob, rekeyContents } from '../store/blobs.ts'
import { recall, remember } from '../store/memory.ts'
import { follow } from '../store/follow.ts'
import { blobName, openWholeBlob, ownBlobName, sealBlob } from './crypto/blobSealing.ts'
import type { SpaceSealing } from './crypto/sealing.ts'
import { askRelay } from './relayDoor.ts'
import type { Workspace } from './workspace.ts'

/** Records go first: files begin when nothing of them waits, and this long after. */
const restMs = 1500
const pieceBytes = 4 << 20
const tries = 3
const tus = { 'Tus-Resumable': '1.0.0' }

const blobsOf = ({ fields }: Stored<'document'>): string[] =>
  [fields.blobId, fields.readingBlobId].filter((id) => id !== '')
const noted = (blobId: string) => `sync.uploaded.${blobId}`

/**
 * The files of documents: those that are here go to the relay in the background, those that are not come when someone
 * opens them. Each lies there sealed, under a name that only members can make (SPEC 9.1).
 */
export class BlobExchange {
  private readonly workspace: Workspace
  private readonly waiting = new Set<string>()
  /** Files by document, so that those of an erased one can be taken from the relay. */
  private readonly known = new Map<string, string[]>()
  private readonly erased = new Set<string>()
  private readonly fetching = new Map<string, Promise<boolean>>()
  private stopFollowing: (() => void) | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private working = false

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  start(): void {
    this.stopFollowing ??= follow(
      'document',
      (documents, removed) => {
        for (const document of documents) {
          if (document.demo === true) continue
          this.known.set(document.id, blobsOf(document))
          for (const id of blobsOf(document)) this.waiting.add(id)
        }
        for (const id of removed) for (const blobId of this.known.get(id) ?? []) this.erased.add(blobId)
        this.wake()
      },
      (cause) => reportError(cause),
    )
  }

  stop(): void {
    this.stopFollowing?.()
    this.stopFollowing = null
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.waiting.clear()
    this.known.clear()
  }

  /** Something may have become possible: the relay answers, records are through. */
  wake(): void {
    if (this.timer || this.working || this.waiting.size + this.erased.size === 0) return
    this.timer = setTimeout(() => {
      this.timer = null
      void this.work()
    }, restMs)
  }

  /** True once the file is on this device. */
  fetch(blobId: string): Promise<boolean> {
    let under = this.fetching.get(blobId)
    if (!under) {
      under = this.fetchNow(blobId).finally(() => this.fetching.delete(blobId))
      this.fetching.set(blobId, under)
    }
    return under
  }

  private async work(): Promise<void> {
    const { engine, sealing } = this.workspace
    const status = engine?.status()
    if (!sealing || !engine?.isLive() || status?.toSend !== 0) return
    if (!(await this.workspace.whenLive()).ok) return
    this.working = true
    try {
      for (const blobId of this.erased) {
        if (!(await this.remove(sealing, blobId))) return
        this.erased.delete(blobId)
      }
      for (const blobId of this.waiting) {
        if (this.workspace.sealing !== sealing || !engine.isLive()) return
        if ((await recall(noted(blobId))) !== true) {
          const sent = await this.send(sealing, blobId)
          if (sent === 'later') return
          if (sent === 'done') await remember(noted(blobId), true)
        }
        this.waiting.delete(blobId)
      }
    } finally {
      this.working = false
    }
  }

  private ask(path: string, asked: Parameters<typeof askRelay>[2]) {
    const { base, sealing, engine } = this.workspace
    const token = engine?.token() ?? null
    return askRelay(base!, `spaces/${sealing!.space}/blobs/${path}`, { ...asked, token })
  }

  private async nameOf(sealing: SpaceSealing, blobId: string): Promise<string> {
    return (await blobName(sealing, blobId)) ?? ownBlobName(sealing.space, sealing.device, blobId)
  }

  /** The name members give a file, then those that field agents would have given it. */
  private async namesOf(sealing: SpaceSealing, blobId: string): Promise<string[]> {
    const own = await this.nameOf(sealing, blobId)
    if (!sealing.membership().read) return [own]
    const agents = (await sealing.devices()).filter(({ role }) => role === 'fieldAgent')
    return [own, ...(await Promise.all(agents.map(({ id }) => ownBlobName(sealing.space, id, blobId))))]
  }

  /** `none`: the file is not here, another device has it. */
  private async send(sealing: SpaceSealing, blobId: string): Promise<'done' | 'none' | 'later'> {
    const content = await readBlob(blobId)
    if (!content.ok) return 'none'
    const name = await this.nameOf(sealing, blobId)
    const sealed = await sealBlob(sealing, name, content.value)
    if (!sealed) return 'later'
    const begun = await this.ask('', {
      method: 'POST',
      headers: { ...tus, 'Upload-Length': String(sealed.size), 'Upload-Metadata': `id ${btoa(name)}` },
    })
    let at = 0
    if (!begun.ok) {
      if (begun.error.status !== 409) return begun.error.status === 413 ? 'none' : 'later'
      const stands = await this.ask(name, { method: 'HEAD', headers: tus })
      if (!stands.ok) return 'later'
      at = Number(stands.value.headers.get('Upload-Offset'))
      const size = Number(stands.value.headers.get('Upload-Length'))
      if (at === size) return 'done'
      if (size !== sealed.size) {
        // Begun under another key: what is half there fits nothing any more.
        await this.ask(name, { method: 'DELETE', headers: tus })
        return 'later'
      }
    }
    for (let index = 0, from = 0; index < sealed.count; index += 1) {
      const chunk = await sealed.chunk(index)
      const piece = index === 0 ? concatBytes(sealed.header, chunk) : chunk
      const end = from + piece.length
      if (at < end) {
        const put = await this.ask(name, {
          method: 'PATCH',
          body: piece.subarray(at - from),
          headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(at) },
        })
        if (!put.ok) return 'later'
        at = end
      }
      from = end
    }
    return 'done'
  }

  private async fetchNow(blobId: string): Promise<boolean> {
    const live = await this.workspace.whenLive(10_000)
    if (!live.ok) return false
    const { sealing } = live.value
    const names = await this.namesOf(sealing, blobId)
    for (const name of names) {
      const bytes = await this.read(name)
      if (!bytes) continue
      const opened = await openWholeBlob(sealing, name, bytes)
      if (!opened.ok) return false
      const kept = await putBlobAs(blobId, opened.value)
      if (kept.ok) await remember(noted(blobId), true)
      // Who only writes has not the key that files are recognised by everywhere: whoever opens one makes it.
      if (kept.ok && name !== names[0]) await rekeyContents()
      return kept.ok
    }
    return false
  }

  /** Piece by piece, so that a line that breaks costs one. */
  private async read(name: string): Promise<Uint8Array | null> {
    const pieces: Uint8Array[] = []
    let at = 0
    let size = 1
    for (let failed = 0; at < size;) {
      const asked = await this.ask(name, { headers: { Range: `bytes=${at}-${at + pieceBytes - 1}` } })
      if (!asked.ok) {
        failed += 1
        if (asked.error.status === 404 || failed >= tries) return null
        continue
      }
      failed = 0
      const { bytes, headers } = asked.value
      if (bytes.length === 0) return null
      pieces.push(bytes)
      at += bytes.length
      size = Number(/\/(\d+)$/.exec(headers.get('Content-Range') ?? '')?.[1] ?? at)
    }
    return concatBytes(...pieces)
  }

  private async remove(sealing: SpaceSealing, blobId: string): Promise<boolean> {
    let isGone = true
    for (const name of await this.namesOf(sealing, blobId)) {
      const gone = await this.ask(name, { method: 'DELETE', headers: tus })
      // Never uploaded, or gone: both are what is wanted.
      isGone = isGone && (gone.ok || gone.error.status === 404)
    }
    return isGone
  }
}
