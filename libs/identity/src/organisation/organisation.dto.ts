import {
  BoolField,
  ChoiceField,
  IdField,
  InstantField,
  IntField,
  LineField,
  ListField,
  PageQuery,
  TextField,
  TextListField,
} from '@haishi/platform';
import { COUNTIES, INDUSTRIES } from '@haishi/reference';
import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  ORGANISATION_KINDS,
  ORGANISATION_MACHINE,
  ORGANISATION_STATES,
  type OrganisationKind,
  type OrganisationState,
} from './organisation.rules.js';

const COUNTY_CODES = COUNTIES.map((county) => county.code);
const INDUSTRY_CODES = INDUSTRIES.map((industry) => industry.code);
const ACTIONS = ['edit', ...Object.keys(ORGANISATION_MACHINE.transitions)];

export class OrganisationDetails {
  @LineField({ max: 200 }) name: string;
  @TextListField({ max: 10, maxLength: 200, optional: true, description: 'Other names it is known by' })
  aliases?: string[];
  @ChoiceField(ORGANISATION_KINDS) kind: OrganisationKind;
  @BoolField({ optional: true, description: 'Whether it is a branch of another legal entity' }) branch?: boolean;
  @ChoiceField(INDUSTRY_CODES, { optional: true }) industry?: string | null;
  @ChoiceField(COUNTY_CODES, { optional: true, description: 'Absent for one from elsewhere' }) countyCode?:
    | string
    | null;
}

export class OrganisationBody extends OrganisationDetails {
  @TextField({ max: 40, description: 'Unified social credit code' }) creditCode: string;
  @TextField({ max: 500, optional: true, description: 'Staff only: why a code is taken whose check digit fails' })
  creditCodeOverride?: string;
}

export class OrganisationRow {
  @IdField() id: string;
  @TextField({ max: 18 }) creditCode: string;
  @LineField({ max: 200 }) name: string;
  @ChoiceField(ORGANISATION_KINDS) kind: OrganisationKind;
  @ChoiceField(INDUSTRY_CODES, { optional: true }) industry: string | null;
  @ChoiceField(COUNTY_CODES, { optional: true }) countyCode: string | null;
  @ChoiceField(ORGANISATION_STATES) state: OrganisationState;
  @InstantField({ optional: true }) submittedAt: Date | null;
  @InstantField({ optional: true }) decidedAt: Date | null;
}

export class OrganisationPage {
  @ListField(() => OrganisationRow, { max: 200 }) items: OrganisationRow[];
  @TextField({ max: 400, optional: true }) next?: string;
}

export class OrganisationQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'Part of the name or of the credit code' }) q?: string;
  @ChoiceField(ORGANISATION_STATES, { optional: true }) state?: OrganisationState;
  @ChoiceField(ORGANISATION_KINDS, { optional: true }) kind?: OrganisationKind;
  @ChoiceField(COUNTY_CODES, { optional: true }) countyCode?: string;
}

export class EvidenceView {
  @IdField({ description: 'Of the file' }) id: string;
  @ChoiceField(EVIDENCE_KINDS) kind: EvidenceKind;
  @LineField({ max: 255 }) name: string;
  @IntField({ description: 'In bytes' }) size: number;
}

export class AgentView {
  @IdField() personId: string;
  @LineField({ max: 100 }) name: string;
}

/** An organisation for its agents and for who vets it. */
export class OrganisationView extends OrganisationRow {
  @TextField({ max: 500, optional: true }) creditCodeOverride: string | null;
  @TextListField({ max: 10, maxLength: 200 }) aliases: string[];
  @BoolField() branch: boolean;
  @TextField({ max: 1000, optional: true, description: 'Why it was returned or rejected' }) stateReason: string | null;
  @ListField(() => EvidenceView, { max: 50 }) evidence: EvidenceView[];
  @TextListField({ max: 5, maxLength: 40, choices: EVIDENCE_KINDS }) missingEvidence: EvidenceKind[];
  @ListField(() => AgentView, { max: 50 }) agents: AgentView[];
  @TextListField({ max: 5, maxLength: 10, choices: ACTIONS, description: 'What the caller may do now' })
  actions: string[];
  @InstantField() createdAt: Date;
  @IntField({ description: 'For `If-Match` of a change' }) version: number;
}

export class OrganisationList {
  @ListField(() => OrganisationRow, { max: 200 }) items: OrganisationRow[];
}

export class EvidenceBody {
  @IdField({ description: 'A finished upload of the caller' }) fileId: string;
  @ChoiceField(EVIDENCE_KINDS) kind: EvidenceKind;
}

export class DecisionBody {
  @ChoiceField(['approve', 'return', 'reject']) decision: 'approve' | 'return' | 'reject';
  @TextField({ max: 1000, optional: true, description: 'Demanded for a return or a rejection' }) reason?: string;
}

export class AgentBody {
  @TextField({ max: 254, description: 'Mail address or phone of a person with an account' }) address: string;
}
