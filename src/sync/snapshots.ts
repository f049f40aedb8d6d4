import { canonicalJson } from '../kit/canonicalJson.ts'
import { bytesToHex } from '../kit/bytes.ts'
import { err, ok } from '../kit/result.ts'
import { decodeContent, encodeContent } from '../log/codec.ts'
import { buildManifest, buildManifestBody, type Manifest, manifestPurpose, parseManifest } from '../log/manifest.ts'
import type { Operation, Vector } from '../log/operation.ts'
import type { SnapshotNews } from '../log/protocol.ts'
import { emptyVector } from '../log/vector.ts'
import { createReplica } from '../store/replica.ts'
import { openPart, sealPart } from './crypto/snapshotSealing.ts'
import type { SpaceSealing } from './crypto/sealing.ts'
import { randomBytes, sha256Hex } from './crypto/webCrypto.ts'
import type { Welcome } from './engine/options.ts'
import type { Done } from './face.ts'
import { plain } from './inviting.ts'
import type { RelayMemory } from './ports.ts'
import { askRelay } from './relayDoor.ts'
import type { Workspace } from './workspace.ts'

/** Records in a part (SPEC 8.1). */
const recordsPerPart = 1000
/** So many batches behind the last snapshot, another is worth its upload. */
const batchesApart = 2000
/** Devices that see the same do not all begin at once. */
const waitAtMostMs = 5 * 60_000

/** Snapshots of a space: made here, checked for others, taken in where the log begins later. */
export class Snapshots {
  private readonly workspace: Workspace
  private latest: SnapshotNews | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private making = false

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  /** A snapshot lies at the relay. */
  hear(news: SnapshotNews): void {
    const isNew = news.id !== this.latest?.id
    this.latest = news
    if (isNew) void this.forgetErased(news)
    if (!news.confirmed && news.device !== this.workspace.sealing?.device) void this.check(news)
  }

  /** All is quiet: if the log has grown long, a snapshot is made in a while. */
  consider(head: number): void {
    const { sealing } = this.workspace
    const view = sealing?.membership()
    if (this.timer || !view?.read || !view.write || head - (this.latest?.upTo ?? 0) < batchesApart) return
    this.timer = setTimeout(() => {
      this.timer = null
      if (head - (this.latest?.upTo ?? 0) >= batchesApart) void this.make(false)
    }, Math.random() * waitAtMostMs)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.latest = null
  }

  /** Makes a snapshot of what this device has. `purge`: someone was erased, and what is older must go (SPEC 8.5). */
  async make(purge: boolean): Done {
    const live = await this.workspace.whenLive()
    if (!live.ok) return live
    const { engine, sealing } = live.value
    // Read first: what the records say later is more, and more does no harm.
    const covers = engine.covered()
    if (!covers || this.making) return err({ type: 'NotAllowed' })
    this.making = true
    try {
      const id = bytesToHex(randomBytes(32))
      const parts: Manifest['parts'] = []
      const replica = createReplica()
      const { vector } = await replica.readMemory()
      for (let after: string | null = ''; after !== null;) {
        const page: Awaited<ReturnType<typeof replica.readStates>> = await replica.readStates(after, recordsPerPart)
        after = page.after
        // What its maker had seen goes with the last part.
        const content = encodeContent({ operations: page.operations, vector: after === null ? vector : emptyVector() })
        const sealed = await sealPart(sealing, id, parts.length + 1, content)
        if (!sealed) return err({ type: 'NotAllowed' })
        const sent = await this.ask(`${id}/${parts.length}`, { method: 'PUT', body: sealed.bytes })
        if (!sent.ok) return plain(sent)
        parts.push([sealed.hash, sealed.bytes.length])
      }
      const body = buildManifestBody({
        version: 1,
        type: 'snapshot',
        space: sealing.space,
        id,
        device: sealing.device,
        parts,
        covers,
        ...(purge ? { purge } : {}),
      })
      const manifest = buildManifest(body, await sealing.signText(manifestPurpose, body))
      const done = await this.ask(id, { method: 'POST', body: manifest })
      return done.ok ? ok(null) : plain(done)
    } finally {
      this.making = false
    }
  }

  /** Takes a snapshot in where the log begins behind it. Gives where reading goes on; null when it cannot be had. */
  async adopt(news: SnapshotNews, welcome: Welcome): Promise<{ relay: RelayMemory } | null> {
    const { sealing } = this.workspace
    const read = sealing && (await this.readManifest(sealing, news.id, welcome.token))
    if (!read) return null
    const replica = createReplica()
    for (let part = 0; part < read.parts.length; part += 1) {
      const content = await this.readPart(sealing, read, part, welcome.token)
      if (!content) return null
      const isLast = part === read.parts.length - 1
      const taken = await replica.takeStates(content.operations, isLast ? content.vector : undefined)
      if (!taken.ok) return null
    }
    const relay = { logId: welcome.logId, cursor: welcome.floor, chain: welcome.floorChain }
    const known = (await replica.readMemory()).chains
    // A chain that went on beyond what the snapshot covers stays where it is.
    const chains = Object.fromEntries(
      Object.entries(read.covers)
        .filter(([device, [dseq]]) => (known[device]?.dseq ?? 0) < dseq)
        .map(([device, [dseq, hash]]) => [device, { dseq, hash }]),
    )
    const kept = await replica.apply([], { relay, chains })
    return kept.ok ? { relay } : null
  }

  /**
   * The second device's word (SPEC 8.2, 8.3): given when this device knows exactly what the snapshot says it covers, and
   * finds in it every record it has, as it has it, and no other.
   */
  private async check(news: SnapshotNews): Promise<void> {
    const live = await this.workspace.whenLive()
    if (!live.ok) return
    const { engine, sealing } = live.value
    const view = sealing.membership()
    if (!view.read || !view.write) return
    const read = await this.readManifest(sealing, news.id, engine.token() ?? '')
    const isSame = () =>
      engine.status().toSend === 0 && canonicalJson(engine.covered()) === canonicalJson(read?.covers ?? null)
    if (!read || !isSame()) return
    const said = new Map<string, Operation[]>()
    for (let part = 0; part < read.parts.length; part += 1) {
      const content = await this.readPart(sealing, read, part, engine.token() ?? '')
      if (!content) return
      addById(said, content.operations)
    }
    const replica = createReplica()
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof replica.readStates>> = await replica.readStates(after, recordsPerPart)
      after = page.after
      const here = addById(new Map<string, Operation[]>(), page.operations)
      for (const [id, operations] of here) {
        if (wordsOf(operations) !== wordsOf(said.get(id) ?? [])) return
        said.delete(id)
      }
    }
    if (said.size > 0 || !isSame()) return
    await this.ask(`${news.id}/confirm`, { method: 'POST' })
  }

  /** After an erasure the sealed batches behind the snapshot go here too: they hold what was erased (SPEC 8.5). */
  private async forgetErased(news: SnapshotNews): Promise<void> {
    const live = await this.workspace.whenLive()
    if (!live.ok || !live.value.sealing.membership().read) return
    const { engine, sealing } = live.value
    const read = await this.readManifest(sealing, news.id, engine.token() ?? '')
    if (!read?.purge) return
    const known = engine.covered() ?? {}
    const upTo = Object.entries(read.covers).map(([device, [dseq]]): [string, number] => [
      device,
      Math.min(dseq, known[device]?.[0] ?? 0),
    ])
    await createReplica().forgetKept(Object.fromEntries(upTo))
  }

  private async readManifest(sealing: SpaceSealing, id: string, token: string): Promise<Manifest | null> {
    const asked = await this.ask(id, { token })
    const parsed = asked.ok ? parseManifest(asked.value.bytes) : null
    if (!parsed?.ok) return null
    const { manifest, body, signature } = parsed.value
    if (manifest.id !== id || manifest.space !== sealing.space) return null
    const isSigned = await sealing.verifyText(manifest.device, manifestPurpose, body, signature)
    return isSigned ? manifest : null
  }

  private async readPart(
    sealing: SpaceSealing,
    { id, device, parts }: Manifest,
    part: number,
    token: string,
  ): Promise<{ operations: Operation[]; vector: Vector } | null> {
    const asked = await this.ask(`${id}/${part}`, { token })
    if (!asked.ok || (await sha256Hex(asked.value.bytes)) !== parts[part]![0]) return null
    const opened = await openPart(sealing, id, part + 1, device, asked.value.bytes)
    const decoded = opened.ok ? decodeContent(opened.value) : null
    return decoded?.ok ? decoded.value : null
  }

  private ask(path: string, asked: Parameters<typeof askRelay>[2]) {
    const { base, sealing, engine } = this.workspace
    const token = engine?.token() ?? null
    return askRelay(base!, `spaces/${sealing!.space}/snapshots/${path}`, { token, ...asked, withinMs: 120_000 })
  }
}

function addById(by: Map<string, Operation[]>, operations: readonly Operation[]): Map<string, Operation[]> {
  for (const operation of operations) {
    const known = by.get(operation.id)
    if (known) known.push(operation)
    else by.set(operation.id, [operation])
  }
  return by
}

/** What operations say, whoever packed them: when is for the eye alone. */
const wordsOf = (operations: readonly Operation[]): string =>
  operations
    .map(({ type, path, value, about, stamp, observed }) =>
      canonicalJson({ type, path, value: value ?? null, about: about ?? null, stamp, observed: observed ?? null }),
    )
    .sort()
    .join('\n')
