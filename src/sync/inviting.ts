import { err, ok, type Result } from '../kit/result.ts'
import { recall, remember } from '../store/memory.ts'
import { addDevice } from './crypto/entries.ts'
import {
  compareWords,
  type JoinRequest,
  makeCode,
  meet,
  type Meeting,
  openHello,
  openRequest,
  sealAnswer,
  sealHello,
} from './crypto/invitation.ts'
import type { Done, Invitation, Role, SyncFailure } from './face.ts'
import { askRelay, failureOf } from './relayDoor.ts'
import type { Asker, Workspace } from './workspace.ts'

/** As long as the relay keeps a meeting open. */
const openForMs = 15 * 60_000
const pollWaitS = 25
const pauseMs = 2000
/** The relay holds the newcomer's request: it is here again as fast as the relay answers. */
const comesAgainWithinMs = 20_000
const lookAgainMs = 100

/** An invitation this device watches over. */
interface Open {
  invitation: Invitation
  meeting: Meeting
  hello: Uint8Array
  language: 'fr' | 'en'
  /** Who came, and the bytes it came with. */
  came: { request: JoinRequest; bytes: Uint8Array } | null
  over: boolean
}

/** The invitations of this device: made, watched, answered. */
export class Inviting {
  private readonly workspace: Workspace
  /** Whether guests come in here: then nobody else does. */
  private readonly isForGuests: boolean
  private readonly open = new Map<string, Open>()
  /** Settled once what was open when the app closed is watched again. */
  private resumed: Promise<void> = Promise.resolve()

  constructor(workspace: Workspace, isForGuests = false) {
    this.workspace = workspace
    this.isForGuests = isForGuests
  }

  /** Goes on with the invitations that were open when the app closed. */
  resume(isMember: Promise<boolean>): Promise<void> {
    this.resumed = isMember.then((is) => (is ? this.goOn() : undefined))
    return this.resumed
  }

  private async goOn(): Promise<void> {
    const kept = ((await recall('sync.invitations')) as Invitation[] | null | undefined) ?? []
    for (const invitation of kept) {
      const { base } = this.workspace
      if (invitation.endsAt <= Date.now() || this.open.has(invitation.id) || !base) continue
      const meeting = await meet(invitation.code)
      const hello = await askRelay(base, `rendezvous/${meeting.id}`)
      if (!hello.ok) continue
      const said = await openHello(meeting, hello.value.bytes)
      if (!said.ok) continue
      this.watch({
        // The words stay in sight: who came is asked for again, and nobody else passes under them.
        invitation,
        meeting,
        hello: hello.value.bytes,
        language: said.value.language,
        came: null,
        over: false,
      })
    }
    await this.write()
  }

  async invite({ role, offerId }: { role: Role; offerId?: string }, { origin, language }: Asker): Done<Invitation> {
    // A guest lives in a space of its own (offerSpace.ts): in the workspace's it would read everything.
    if ((role === 'guest') !== this.isForGuests) return err({ type: 'NotAllowed' })
    const live = await this.workspace.whenLive()
    if (!live.ok) return live
    const { sealing, base, engine } = live.value
    const me = (await sealing.devices()).find(({ isThis }) => isThis)
    const code = makeCode()
    const meeting = await meet(code)
    const hello = await sealHello(meeting, {
      space: sealing.space,
      signing: sealing.own.keys.signing,
      person: me?.person ?? '',
      role,
      language,
    })
    const put = await askRelay(base, `rendezvous/${meeting.id}`, { method: 'PUT', body: hello, token: engine.token() })
    if (!put.ok) return err(failureOf(put.error))
    const away = base.origin === origin ? '' : `&${base.href}`
    const invitation: Invitation = {
      id: meeting.id,
      code,
      link: `${origin}/rejoindre#${code}${away}`,
      role,
      ...(offerId === undefined ? {} : { offerId }),
      endsAt: Date.now() + openForMs,
      request: null,
    }
    this.watch({ invitation, meeting, hello, language, came: null, over: false })
    await this.write()
    return ok(invitation)
  }

  async cancel(id: string): Done {
    const open = this.open.get(id)
    await this.close(id)
    const { base, engine } = this.workspace
    if (open && base) await askRelay(base, `rendezvous/${id}`, { method: 'DELETE', token: engine?.token() ?? null })
    return ok(null)
  }

  async admit(id: string): Done {
    const found = await this.whoCame(id)
    if (!found.ok) return found
    const open = found.value
    const { device, keys, name, person } = open.came.request
    const { role, offerId } = open.invitation
    const added = await this.workspace.submit((sealing) =>
      addDevice(
        sealing.chain(),
        sealing.own,
        { id: device, keys, role, name, person, ...(offerId === undefined ? {} : { offerId }) },
        Date.now(),
      ),
    )
    if (!added.ok) return added
    return this.reply(open, true)
  }

  async refuse(id: string): Done {
    const found = await this.whoCame(id)
    return found.ok ? this.reply(found.value, false) : this.cancel(id)
  }

  /** Who came to an invitation; after a start that takes a moment, during which the words are in sight already. */
  private async whoCame(id: string): Promise<Result<Open & { came: NonNullable<Open['came']> }, SyncFailure>> {
    const kept = ((await recall('sync.invitations')) as Invitation[] | null | undefined) ?? []
    const shown = kept.find((invitation) => invitation.id === id)?.request?.words
    await this.resumed
    const until = Date.now() + comesAgainWithinMs
    while (this.open.has(id) && !this.open.get(id)?.came && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
    }
    const open = this.open.get(id)
    if (!open) return err({ type: 'CodeExpired' })
    const { came } = open
    if (!came) return err({ type: 'CodeUnknown' })
    // What was compared aloud is what is let in.
    const now = open.invitation.request?.words
    if (shown && shown.join(' ') !== now?.join(' ')) return err({ type: 'WordsRefused' })
    return ok({ ...open, came })
  }

  private async reply(open: Open & { came: NonNullable<Open['came']> }, letIn: boolean): Done {
    const live = await this.workspace.whenLive()
    if (!live.ok) return live
    const { sealing, base, engine } = live.value
    const answer = await sealAnswer(open.meeting, sealing.own.signing, open.came.bytes, letIn)
    const path = `rendezvous/${open.meeting.id}/answer`
    const put = await askRelay(base, path, { method: 'PUT', body: answer, token: engine.token() })
    await this.close(open.invitation.id)
    return put.ok ? ok(null) : err(failureOf(put.error))
  }

  private async close(id: string): Promise<void> {
    const open = this.open.get(id)
    if (open) open.over = true
    this.open.delete(id)
    await this.write()
  }

  private watch(open: Open): void {
    this.open.set(open.invitation.id, open)
    void this.await(open)
  }

  /** Waits at the relay for who comes. */
  private async await(open: Open): Promise<void> {
    const { invitation, meeting } = open
    while (!open.over && Date.now() < invitation.endsAt) {
      const live = await this.workspace.whenLive()
      const base = live.ok ? live.value.base : null
      const token = live.ok ? live.value.engine.token() : null
      const asked =
        base && token ? await askRelay(base, `rendezvous/${meeting.id}/request?wait=${pollWaitS}`, { token }) : null
      if (open.over) return
      if (!asked?.ok || asked.value.bytes.length === 0) {
        if (asked && !asked.ok && asked.error.status === 404) break
        await new Promise((resolve) => setTimeout(resolve, asked?.ok ? 0 : pauseMs))
        continue
      }
      const { bytes } = asked.value
      const request = await openRequest(meeting, bytes)
      // Whoever put this has not the code: the place is taken, so a new code is needed.
      if (!request.ok) break
      open.came = { request: request.value, bytes }
      const { name, person } = request.value
      const words = await compareWords(open.hello, bytes, open.language)
      open.invitation = { ...invitation, request: { name, person, words } }
      await this.write()
      const left = invitation.endsAt - Date.now()
      await new Promise((resolve) => setTimeout(resolve, left))
    }
    if (!open.over) await this.close(invitation.id)
  }

  private async write(): Promise<void> {
    await remember(
      'sync.invitations',
      [...this.open.values()].map(({ invitation }) => invitation),
    )
  }
}
