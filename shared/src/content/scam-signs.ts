import * as z from 'zod';
import { entryIdSchema, line, sourceSchema } from './provenance.ts';

/** Signs by which a message gives itself away, in the order in which they are told. */
export const SCAM_SIGNS = [
  ...['otp', 'link', 'app_install', 'money', 'personal_data', 'threat', 'secrecy', 'impersonation', 'recover'],
  ...['investment', 'job', 'gift', 'romance', 'foreign_number', 'urgency'],
] as const;
export type ScamSignKind = (typeof SCAM_SIGNS)[number];

const phrases = z.array(z.string().trim().min(1).max(80)).default([]);
const told = { text: line, sources: z.array(entryIdSchema).min(1, 'cần ít nhất một nguồn') };

const sign = z.strictObject({
  /** In a few words, as it is told in a list. */
  name: z.string().trim().min(1).max(60),
  why: z.strictObject(told),
  /** How much it weighs: three of a kind that no honest message has; see find-signs.ts for what a sum means. */
  points: z.int().min(1).max(3),
  /** Show it wherever they stand. */
  shows: phrases,
  /** Show it where the same sentence asks for them. */
  asked: phrases,
  /** Show it, and count one point: they are in honest messages, too. */
  weak: phrases,
  /** Show it beside another sign, and then count one point. */
  beside: phrases,
});

/**
 * data/scam-signs.yaml: the words of scam messages and what is said about them. Phrases are written with tone marks and
 * matched on syllables, with or without marks; a message that splits or respells its words is read as if it did not.
 */
export const scamSignsSchema = z.strictObject({
  sources: z.record(entryIdSchema, sourceSchema),
  signs: z.strictObject(
    Object.fromEntries(SCAM_SIGNS.map((kind) => [kind, sign])) as Record<ScamSignKind, typeof sign>,
  ),
  /** Words that ask for something: "đọc", "gửi", "nhập". */
  asks: phrases,
  /** Handed over at a counter, nothing is asked for by message. */
  in_person: phrases,
  /** Whoever scams pretend to be. */
  agencies: phrases,
  /** Words by which somebody says who they are: "em bên", "tôi là". */
  introductions: phrases,
  /** What honest messages tell people not to do: "không cung cấp mã OTP". */
  denials: z.strictObject({ words: phrases, deeds: phrases, ends: phrases }),
  /** A sentence with one of these tells of scams and is none. */
  warnings: phrases,
  transfers: phrases,
  links: z.strictObject({
    /** Last labels of addresses that are read as one, "com"; `odd` ones are cheap and often used for a week. */
    usual: z.array(z.string().regex(/^[a-z]{2,12}$/)),
    odd: z.array(z.string().regex(/^[a-z]{2,12}$/)),
    shorteners: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
    /** Names that look-alike addresses carry: "vneid-capnhat.top". */
    names: z.array(z.string().regex(/^[a-z0-9-]+$/)),
    /** Why an address of each kind is no good. */
    why: z.strictObject({
      look_alike: line,
      odd: line,
      short: line,
      number: line,
      disguised: line,
      app_file: line,
      unlisted: line,
    }),
  }),
  /** Somebody asks whether a message is a scam; what is left of the text is the message. */
  requests: phrases,
  /** Said around such a request, and part of no message: "bác hỏi", "giúp tôi". */
  request_fillers: phrases,
  advice: z.strictObject({
    likely_scam: z.strictObject(told),
    suspicious: z.strictObject(told),
    /** Never that a message is safe. */
    no_signs: z.strictObject(told),
    /** What to do about any message that one is not sure of. */
    always: z.array(z.strictObject(told)).min(1),
    /** Opens the reply in a chat: to a message with signs, and to somebody who tells of one without its words. */
    careful: z.strictObject({ likely_scam: line, suspicious: line }),
    report: line,
    /** `{code}` stands for the code of the ward's announcement. */
    announcement: line,
    /** When the message itself is missing. */
    paste: line,
  }),
});
export type ScamSignsFile = z.infer<typeof scamSignsSchema>;
