import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '../sync/face.ts'
import { alertWords, comingOf, statusWords } from './statusWords.ts'

const now = new Date(2026, 10, 21, 15, 0).getTime()
const syncedAt = new Date(2026, 10, 21, 14, 2).getTime()
const live: SyncStatus = {
  phase: 'live',
  syncedAt,
  toSend: 0,
  toFetch: null,
  refusal: null,
  alerts: [],
  notice: null,
  transport: 'socket',
}
const say = (change: Partial<SyncStatus>, online = true, files = 0) =>
  statusWords({ ...live, ...change }, { language: 'fr', now, online, devices: 3, files })

describe('the foot never says more than is known', () => {
  it('is up to date only with a live link and nothing to send', () => {
    expect(say({})).toMatchObject({
      head: 'À jour, 14\u00A0h\u00A002',
      note: '3 appareils, relais aveugle',
      tone: 'calm',
    })
    expect(say({ toSend: 12 }).head).toBe('12 modifications à envoyer')
    expect(say({ phase: 'connecting' }).head).toBe('Reprise du contact avec le relais')
    expect(say({ syncedAt: 0 }).tone).toBe('busy')
  })

  it('claims nothing of files that still wait', () => {
    expect(say({}, true, 3)).toMatchObject({
      head: 'Fiches à jour, 14\u00A0h\u00A002',
      note: '3 fichiers à envoyer',
      tone: 'busy',
    })
    expect(say({}, false, 1).note).toBe('1 fichier à envoyer')
    expect(say({ toSend: 2 }, true, 3).head).toBe('2 modifications à envoyer')
  })

  it('names the day when the last equality was not today', () => {
    expect(say({ syncedAt: syncedAt - 86_400_000 }).head).toBe('À jour, hier, 14\u00A0h\u00A002')
  })

  it('tells being offline from a relay out of reach, and keeps the count of what waits', () => {
    expect(say({ toSend: 14 }, false)).toMatchObject({
      head: 'Hors ligne, tout marche',
      note: '14 modifications à envoyer',
    })
    expect(say({ phase: 'offline' })).toMatchObject({ head: 'Relais injoignable, tout marche', tone: 'off' })
  })

  it('names a refusal, an update and a revocation', () => {
    const refusal = (code: 'quota' | 'version' | 'revoked') => ({ code, at: now })
    expect(say({ phase: 'refused', refusal: refusal('quota'), toSend: 1 })).toMatchObject({
      head: 'Relais\u00A0: quota atteint',
      note: '1 modification attend ici',
      tone: 'bad',
    })
    expect(say({ phase: 'updateNeeded' }).head).toBe('Mise à jour nécessaire')
    expect(say({ phase: 'revoked' }, false).head).toBe('Cet appareil a été révoqué')
  })

  it('8.6 says that a file someone asked for is on its way, and how far it is', () => {
    const file = (done: number) => ({ state: 'coming' as const, done, size: 100 })
    const held = { state: 'held' as const, done: 9, size: 100 }
    const coming = comingOf({ toSend: 0, sending: null, fetching: { a: file(20), b: file(40), c: held } })
    expect(statusWords(live, { language: 'fr', now, online: true, devices: 3, coming })).toMatchObject({
      note: '2 fichiers arrivent, 30\u00A0%',
      tone: 'busy',
    })
  })

  it('counts changes, not the scores that were looked at, and is not up to date while those wait', () => {
    const around = { language: 'fr' as const, now, online: false, devices: 3, scores: 4 }
    expect(statusWords({ ...live, toSend: 6 }, around).note).toBe('2 modifications à envoyer')
    expect(statusWords({ ...live, toSend: 4 }, around).note).toBe('À jour la dernière fois 14\u00A0h\u00A002')
    expect(statusWords({ ...live, toSend: 4 }, { ...around, online: true })).toMatchObject({
      head: 'Envoi en cours',
      tone: 'busy',
    })
  })

  it('W049 tells what the relay announces, in place of what can wait', () => {
    const notice = { text: 'Maintenance ce soir à 22 h.' }
    const until = new Date(2026, 10, 22, 6, 0).getTime()
    expect(say({ notice })).toMatchObject({ head: 'À jour, 14\u00A0h\u00A002', note: notice.text, isNotice: true })
    expect(say({ notice: { ...notice, until } }).note).toBe(
      'Maintenance ce soir à 22 h, jusqu’à demain, 6\u00A0h\u00A000',
    )
    expect(say({ notice: { ...notice, until: now } }).note).toBe('3 appareils, relais aveugle')
    const paused = { notice, refusal: { code: 'tooFast' as const, at: now }, toSend: 2 }
    expect(say(paused)).toMatchObject({ head: 'Relais en pause', note: notice.text, tone: 'doubt' })
    expect(say({ notice, phase: 'offline' })).toMatchObject({ note: notice.text, tone: 'off' })
    expect(say({ notice, phase: 'offline', toSend: 2 }).note).toBe('2 modifications à envoyer')
    expect(say({ notice, refusal: { code: 'quota', at: now } }).note).toBe('Rien n’attend ici')
  })

  it('puts a batch set aside before being up to date, and says why', () => {
    const alert = { id: 'a', type: 'aside' as const, at: now, device: 'd', first: 4, last: 4, reason: 'newer' }
    expect(say({ alerts: [alert] })).toMatchObject({ head: 'Un lot mis de côté', note: 'Voir', tone: 'bad' })
    expect(alertWords('fr', alert, () => 'Téléphone de Nadia')).toContain('Téléphone de Nadia, lot 4')
    expect(say({ alerts: [{ id: 'b', type: 'relayReset', at: now }] }).tone).toBe('calm')
  })
})
