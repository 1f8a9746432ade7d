import { BoolColumn, IdColumn, InstantColumn, RefColumn, RowVersionColumn, TextColumn } from '@haishi/platform';
import type { Locale } from '@haishi/contracts';
import { Entity, Index } from 'typeorm';

/** `disabled` may not sign in; `erased` is what deletion on request leaves behind. */
export const PERSON_STATES = ['active', 'disabled', 'erased'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** One human being, whatever their roles: entrant, judge, officer, graduate. */
@Entity('persons')
@Index('uq_persons_mail', ['mail'], { unique: true })
@Index('uq_persons_phone', ['phone'], { unique: true })
@Index('ix_persons_nameKey', ['nameKey'])
export class Person {
  @IdColumn() id: string;
  @TextColumn(100) name: string;
  /** The name in half-width, lower case and without spaces, for search. */
  @TextColumn(100) nameKey: string;
  /** In normal form (`parseMail`). */
  @TextColumn(254, { nullable: true }) mail: string | null;
  /** In normal form (`parsePhone`). */
  @TextColumn(16, { nullable: true }) phone: string | null;
  @TextColumn(2) locale: Locale;
  @TextColumn(10) state: PersonState;
  /** Made by the demonstration, and cleared with it. */
  @BoolColumn() demo: boolean;
  @InstantColumn() createdAt: Date;
  @RowVersionColumn() version: number;
}

/** Kinds of identity document 证件类型. Residence permits of Hong Kong, Macao and Taiwan carry resident numbers. */
export const IDENTIFIER_TYPES = ['resident', 'passport'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** A person's identity number: found by a keyed hash, readable only through the cipher. */
@Entity('person_identifiers')
@Index('uq_person_identifiers_number', ['type', 'country', 'numberHash'], { unique: true })
@Index('ix_person_identifiers_person', ['personId'])
export class PersonIdentifier {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  @TextColumn(10) type: IdentifierType;
  /** ISO 3166-1 alpha-2. */
  @TextColumn(2) country: string;
  @TextColumn(64) numberHash: string;
  @TextColumn(200) numberSealed: string;
  @InstantColumn({ nullable: true }) expiresAt: Date | null;
  @InstantColumn() createdAt: Date;
}
