import type { PositionContent } from './position.rules.js';

/** Degrees in the words of schema.org's `EducationalOccupationalCredential`. */
const CREDENTIAL: Record<PositionContent['degree'], string | undefined> = {
  any: undefined,
  college: 'associate degree',
  bachelor: 'bachelor degree',
  master: 'postgraduate degree',
  doctor: 'postgraduate degree',
};

const MONTHS: Record<PositionContent['experience'], number | undefined> = {
  any: undefined,
  fresh: 0,
  years_1: 12,
  years_3: 36,
  years_5: 60,
  years_10: 120,
};

/** A position as schema.org `JobPosting`, for search engines. Contacts are never in it. */
export function jobPosting(
  position: Omit<PositionContent, 'contactName' | 'contactPhone' | 'contactMail'> & {
    id: string;
    employer: string;
    county: string;
    listedAt: Date;
  },
): Record<string, unknown> {
  const { payMin, payMax } = position;
  const credential = CREDENTIAL[position.degree];
  const months = MONTHS[position.experience];
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: position.employer, value: position.id },
    title: position.title,
    description: [position.duties, position.majors, position.benefits].filter(Boolean).join('\n'),
    datePosted: position.listedAt.toISOString(),
    validThrough: `${position.validUntil}T23:59:59+08:00`,
    employmentType: 'FULL_TIME',
    totalJobOpenings: position.headcount,
    hiringOrganization: { '@type': 'Organization', name: position.employer },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        streetAddress: position.workplace,
        addressLocality: position.county,
        addressRegion: '河北省石家庄市',
        addressCountry: 'CN',
      },
    },
    ...(payMin === null
      ? {}
      : {
          baseSalary: {
            '@type': 'MonetaryAmount',
            currency: 'CNY',
            value: {
              '@type': 'QuantitativeValue',
              unitText: 'YEAR',
              minValue: payMin,
              ...(payMax === null ? {} : { maxValue: payMax }),
            },
          },
        }),
    ...(credential
      ? { educationRequirements: { '@type': 'EducationalOccupationalCredential', credentialCategory: credential } }
      : {}),
    ...(months === undefined
      ? {}
      : { experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: months } }),
    ...(position.benefits ? { jobBenefits: position.benefits } : {}),
  };
}
