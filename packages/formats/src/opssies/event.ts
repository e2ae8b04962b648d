import type { Instant } from '@egide/kernel/days';
import type { StatedFacility, StatedFact } from '../fact.ts';
import type { EventKind, EventType } from './codes.ts';

/** One audit or exercise of the file, read and checked. */
export type OpssiesEvent = {
  /** `events.event[0]` */
  readonly at: string;
  readonly type: EventType;
  readonly kind: EventKind;
  readonly facility: StatedFacility;
  /** End of the audit or of the exercise; `raw` as the file writes it, without a zone. */
  readonly done: { readonly raw: string; readonly instant: Instant };
  /** As the notation of `type` gives it; the meaning of exposure levels is not published. Null for an exercise. */
  readonly level: number | null;
  readonly score: number | null;
  /** Domain name of the forest, lower case; `central` when the file names none. */
  readonly forest: string;
  /** Name of the perimeter, see `perimeterName`. */
  readonly perimeter: string;
  readonly provider: { readonly siren: string | null; readonly name: string | null } | null;
  readonly tlp: string;
};

/**
 * What an event states: that the audit was made and the level it gave, or that an exercise was held. Event 43 names no kind
 * of exercise in the OPSSIES model v0.13: `unknown`, a choice of ours. Scopes stay out: they map the attack surface
 * (TLP:AMBER).
 */
export function toFacts(event: OpssiesEvent): readonly StatedFact[] {
  const base = {
    at: event.at,
    facility: event.facility,
    loose: false,
    unit: null,
    about: null,
    collected: event.done.instant,
    expires: undefined,
    trust: 'verified',
    corrects: null,
    source: source(event),
  } as const;
  if (event.kind === 'exercise') return [{ ...base, key: 'exercise.held', value: 'unknown' }];
  const made: StatedFact = { ...base, key: `${event.kind}.audit.made`, value: true };
  // Safe to skip: the reader refuses audits without a level.
  if (event.level === null) return [made];
  const about =
    event.kind === 'directory' ? { kind: 'forest', id: event.forest } : { kind: 'perimeter', id: event.perimeter };
  return [
    made,
    {
      ...base,
      key: `${event.kind}.level.official`,
      value: event.level,
      unit: event.kind === 'directory' ? 'level' : null,
      about,
    },
  ];
}

function source(event: OpssiesEvent): StatedFact['source'] {
  const { provider, score } = event;
  return {
    format: 'opssies-0.13',
    eventType: event.type,
    time: event.done.raw,
    tlp: event.tlp,
    ...(score === null ? {} : { score }),
    ...(provider?.siren ? { providerSiren: provider.siren } : {}),
    ...(provider?.name ? { provider: provider.name } : {}),
  };
}
