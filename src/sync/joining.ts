import { err, ok, type Result } from '../kit/result.ts'
import { memberOf } from '../log/membership.ts'
import { listSpaces } from '../store/keys.ts'
import { recall, remember } from '../store/memory.ts'
import { holdsOwnRecords } from '../store/read.ts'
import { followChain } from './crypto/chain.ts'
import { makeDevice, type OwnDevice } from './crypto/deviceKeys.ts'
import { addDevice, addRecovery } from './crypto/entries.ts'
import { compareWords, meet, openAnswer, openHello, readCode, sealRequest } from './crypto/invitation.ts'
import {
  envelopeId,
  makeKit,
  makeSecret,
  openKit,
  passphraseToSecret,
  secretToWords,
  wordsToSecret,
} from './crypto/recovery.ts'
import { keepOwnSpace } from './crypto/spaces.ts'
import type { Done, Joining, KitKey, Person, RelayFacts, SyncFailure } from './face.ts'
import { askRelay, failureOf } from './relayDoor.ts'
import { createTransport, relayBase } from './transport.ts'
import { visit } from './visit.ts'
import { type Asker, entryFailure, signer, type Workspace } from './workspace.ts'

const pollWaitS = 25
const answerWithinMs = 15 * 60_000

const tell = (joining: Joining | null) => remember('sync.joining', joining)
const step = (name: Joining['step'], more: Partial<Joining> = {}): Joining => ({
  step: name,
  words: null,
  fetched: null,
  failure: null,
  ...more,
})

/** Comes into a workspace by a code. Resolves when this device belongs to it and records begin to arrive. */
export async function join(
  workspace: Workspace,
  where: { code: string; relayUrl?: string },
  who: Person,
  asker: Asker,
): Done {
  const done = await tryToJoin(workspace, where, who, asker)
  if (!done.ok) await tell(step('failed', { failure: done.error }))
  return done
}

async function tryToJoin(
  workspace: Workspace,
  where: { code: string; relayUrl?: string },
  who: Person,
  { origin }: Asker,
): Done {
  if ((await listSpaces()).length > 0) return err({ type: 'AlreadyJoined' })
  const base = relayBase(where.relayUrl ?? origin)
  const code = readCode(where.code)
  if (!base) return err({ type: 'NotARelay', url: where.relayUrl ?? origin })
  if (!code) return err({ type: 'CodeUnknown' })
  await tell(step('meeting'))
  const meeting = await meet(code)
  const hello = await askRelay(base, `rendezvous/${meeting.id}`)
  if (!hello.ok) return err(hello.error.status === 404 ? { type: 'CodeUnknown' } : failureOf(hello.error))
  const said = await openHello(meeting, hello.value.bytes)
  if (!said.ok) return err({ type: 'CodeUnknown' })
  // Their own people would go into another's offer, and be locked away from themselves by a guest's role.
  if (said.value.role === 'guest' && (await holdsOwnRecords())) return err({ type: 'HoldsRecords' })
  const own = await makeDevice()
  const request = await sealRequest(meeting, own, { name: who.deviceName, person: who.person })
  const put = await askRelay(base, `rendezvous/${meeting.id}/request`, { method: 'PUT', body: request })
  // Someone else came with this code: it serves once.
  if (!put.ok) return err(put.error.status === 409 ? { type: 'CodeExpired' } : failureOf(put.error))
  const words = await compareWords(hello.value.bytes, request, said.value.language)
  await tell(step('comparing', { words, language: said.value.language }))
  const until = Date.now() + answerWithinMs
  while (Date.now() < until) {
    const asked = await askRelay(base, `rendezvous/${meeting.id}/answer?wait=${pollWaitS}`)
    if (!asked.ok) {
      if (asked.error.status === 404) return err({ type: 'CodeExpired' })
      await new Promise((resolve) => setTimeout(resolve, 2000))
      continue
    }
    if (asked.value.bytes.length === 0) continue
    const answer = await openAnswer(meeting, said.value, request, asked.value.bytes)
    if (!answer.ok || !answer.value.letIn) return err({ type: 'WordsRefused' })
    return enter(workspace, base, said.value.space, own, who, said.value.signing)
  }
  return err({ type: 'CodeExpired' })
}

/** Begins as a member: reads the membership, keeps it with the keys, and starts. */
async function enter(
  workspace: Workspace,
  base: URL,
  space: string,
  own: OwnDevice,
  who: Person,
  invitedBy?: string,
): Done {
  const came = await visit(createTransport(base), { space, device: own.id, sign: signer(own.signing) }, base.href)
  if (!came.ok) return came
  came.value.end()
  const chain = await followChain(null, came.value.entries, space)
  if (!chain.ok && chain.error.type === 'NewerEntry') return err({ type: 'RelayRefused', code: 'version' })
  if (!chain.ok || !chain.value || !memberOf(chain.value, own.id)) return err({ type: 'Damaged' })
  // The words proved the inviter's key: it must be a member's, or the relay shows another space.
  const members = Object.values(chain.value.members)
  if (invitedBy !== undefined && !members.some(({ keys }) => keys.signing === invitedBy))
    return err({ type: 'Damaged' })
  const kept = await keepOwnSpace(space, own, came.value.entries)
  if (!kept.ok) return kept
  await remember('sync.relay', { url: base.href } satisfies RelayFacts)
  await remember('sync.self', { person: who.person, deviceName: who.deviceName } satisfies Person)
  await tell(step('fetching'))
  await workspace.open()
  followFetching(workspace)
  return ok(null)
}

/** After a start: goes on telling where joining stands. What the end of the app broke off before is over. */
export async function resumeJoining(workspace: Workspace, isMember: boolean): Promise<void> {
  const joining = (await recall('sync.joining')) as Joining | null | undefined
  if (!joining || joining.step === 'done' || joining.step === 'failed') return
  if (isMember) followFetching(workspace)
  // The code serves once, and the newcomer's keys went with the page.
  else await tell(joining.step === 'meeting' ? null : step('failed', { failure: { type: 'CodeExpired' } }))
}

/** Tells how the first records arrive, until all have. */
function followFetching(workspace: Workspace): void {
  const before = workspace.onStatus
  workspace.onStatus = (status) => {
    before(status)
    if (status.phase === 'live') {
      workspace.onStatus = before
      void tell(step('done'))
    } else if (status.toFetch) void tell(step('fetching', { fetched: status.toFetch }))
  }
}

/** Makes a recovery kit: an owner of the space whose keys lie sealed at the relay. */
export async function makeRecoveryKit(
  workspace: Workspace,
  wanted: { kind: 'words' } | { kind: 'passphrase'; passphrase: string },
  { language }: Asker,
): Done<{ words: string[] }> {
  const live = await workspace.whenLive()
  if (!live.ok) return live
  const { sealing, base, engine } = live.value
  const secret = wanted.kind === 'words' ? ok(makeSecret()) : await passphraseToSecret(wanted.passphrase, base.host)
  if (!secret.ok) return err({ type: 'WrongKit' })
  const { id, kit, envelope } = await makeKit(secret.value, sealing.space, base.href)
  // The envelope first: a member that nobody can open would be worse than an envelope of no member.
  const put = await askRelay(base, `recovery/${id}`, { method: 'PUT', body: envelope, token: engine.token() })
  if (!put.ok) return err(failureOf(put.error))
  const before = Object.values(sealing.chain().members).filter(({ isRecovery, rights }) => isRecovery && rights !== 0)
  const added = await workspace.submit((current) => addRecovery(current.chain(), current.own, kit, Date.now()))
  if (!added.ok) return added
  // Whoever finds an old sheet has nothing: one kit at a time.
  for (const { id: old } of before) {
    const gone = await workspace.revokeDevice(old)
    if (!gone.ok) return gone
  }
  return ok({ words: wanted.kind === 'words' ? await secretToWords(secret.value, language) : [] })
}

/** Comes back as an owner with a kit, on a device that belongs to no workspace. */
export async function recoverWorkspace(
  workspace: Workspace,
  key: KitKey,
  where: { relayUrl?: string },
  who: Person,
  { origin }: Asker,
): Done {
  if ((await listSpaces()).length > 0) return err({ type: 'AlreadyJoined' })
  const base = relayBase(where.relayUrl ?? origin)
  if (!base) return err({ type: 'NotARelay', url: where.relayUrl ?? origin })
  const secret =
    key.kind === 'words' ? await wordsToSecret(key.words) : await passphraseToSecret(key.passphrase, base.host)
  if (!secret.ok) {
    return err({ type: 'WrongKit', ...(secret.error.type === 'WrongWords' ? { word: secret.error.wrong } : {}) })
  }
  const envelope = await askRelay(base, `recovery/${await envelopeId(secret.value)}`)
  if (!envelope.ok) return err(envelope.error.status === 404 ? { type: 'WrongKit' } : failureOf(envelope.error))
  const opened = await openKit(secret.value, envelope.value.bytes)
  if (!opened.ok) return opened
  const { space, own: kit } = opened.value
  const own = await makeDevice()
  const added = await addByKit(base, space, kit, own, who)
  return added.ok ? enter(workspace, base, space, own, who) : added
}

async function addByKit(
  base: URL,
  space: string,
  kit: OwnDevice,
  own: OwnDevice,
  who: Person,
): Promise<Result<null, SyncFailure>> {
  const came = await visit(createTransport(base), { space, device: kit.id, sign: signer(kit.signing) }, base.href)
  if (!came.ok) return came
  const { entries, submit, end } = came.value
  try {
    for (let attempts = 0; attempts < 5; attempts += 1) {
      const chain = await followChain(null, entries, space)
      if (!chain.ok && chain.error.type === 'NewerEntry') return err({ type: 'RelayRefused', code: 'version' })
      if (!chain.ok || !chain.value) return err({ type: 'Damaged' })
      const newcomer = { id: own.id, keys: own.keys, role: 'owner', name: who.deviceName, person: who.person } as const
      const entry = await addDevice(chain.value, kit, newcomer, Date.now())
      if (!entry.ok) return err(entryFailure(entry.error, base.href))
      const taken = await submit(entry.value)
      const isStale = !taken.ok && taken.error.type === 'RelayRefused' && taken.error.code === 'stale'
      if (!isStale) return taken
    }
    return err({ type: 'RelayRefused', code: 'stale' })
  } finally {
    end()
  }
}
