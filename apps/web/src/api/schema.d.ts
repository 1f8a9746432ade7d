/* Written by `npm run api:generate` from the server's controllers. */
export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        trace?: never;
    };
    "/api/v1/account/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ErasureBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/identifier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IdentifierBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDeviceList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TotpConfirmBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/totp/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnrolmentView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header: {
                    "x-gate-device": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnDeviceView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/device/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header: {
                    "x-gate-device": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MoveInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    device: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/devices/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnrolInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisteredDeviceView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EventChangeInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeviceView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewGateInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GateView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerCountsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    answer?: "accepted" | "refused" | null;
                    cursor?: string | null;
                    gateId?: string | null;
                    limit?: number | null;
                };
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScanPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/screens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScreenView"][];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LabelInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/screens/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    link: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    inside?: number | null;
                    limit?: number | null;
                    q?: string | null;
                    state?: "valid" | "revoked" | null;
                };
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/events/{event}/walk-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WalkUpInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WalkUpView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/gates/{gate}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    gate: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GateChangeInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GateView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/gates/{gate}/device-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    gate: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/gates/{gate}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    gate: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeviceInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisteredDeviceView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RotateInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-gate-device": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SingleScanBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScanAnswerView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/scans/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-gate-device": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScanBatchBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScanBatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/tickets/{ticket}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ticket: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance/tickets/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenTicketView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Id of a person, link or part of the system */
                    actorId?: string | null;
                    cursor?: string | null;
                    from?: string | null;
                    /** @description The address it came from */
                    ip?: string | null;
                    limit?: number | null;
                    subjectId?: string | null;
                    subjectType?: string | null;
                    /** @description In the type, the kind of subject or what they are called, the name of who acted, or the id of the subject */
                    text?: string | null;
                    /** @description Not included */
                    to?: string | null;
                    /** @description An event type or its beginning, such as `project.` */
                    type?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description Id of a person, link or part of the system */
                    actorId?: string | null;
                    format: "xlsx" | "csv" | "pdf";
                    from?: string | null;
                    /** @description The address it came from */
                    ip?: string | null;
                    subjectId?: string | null;
                    subjectType?: string | null;
                    /** @description In the type, the kind of subject or what they are called, the name of who acted, or the id of the subject */
                    text?: string | null;
                    /** @description Not included */
                    to?: string | null;
                    /** @description An event type or its beginning, such as `project.` */
                    type?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    language: "zh" | "en";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReissueInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RevokeCertificateInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VerifyInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerifiedCertificate"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClaimInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CollectedReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collected/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collected/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CollectedReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentList"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConsentBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    purpose: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentDocumentList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemoAccountList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionSummary"][];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditionImportInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionOverview"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppealRow"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/appeals/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangeReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/change/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePreviewInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangePreview"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/collected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    /** @description A part of the title, the leader or who referred it. */
                    q?: string | null;
                    state?: "open" | "claimed" | "declined" | "withdrawn" | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/collected-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CollectedImportInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/collected-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/collected/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                    /** @description A part of the title, the leader or who referred it. */
                    q?: string | null;
                    state?: "open" | "claimed" | "declined" | "withdrawn" | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Claimed by the reader, by nobody, by others. */
                    claim?: "mine" | "free" | "others" | null;
                    /** @description Only what fails a condition of entry as they are now, or of which one cannot be told. */
                    conditions?: "notMet" | "unknown" | null;
                    cursor?: string | null;
                    division?: string | null;
                    group?: string | null;
                    limit?: number | null;
                    q?: string | null;
                    region?: string | null;
                    /** @description Only what was handed in at least so many days ago. */
                    waitingDays?: number | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueuePage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/eligibility/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BulkInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/eligibility/bulk/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BulkInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/eligibility/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/eligibility/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NextInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NextReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/eligibility/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EligibilityReasons"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/expert-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExpertImportInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/expert-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/expert-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/experts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExpertInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/experts/{expert}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    expert: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/experts/{expert}/ties/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    expert: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExpertTieInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/experts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/gallery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    award?: string | null;
                    cursor?: string | null;
                    division?: string | null;
                    /** @description Of that division. */
                    field?: string | null;
                    limit?: number | null;
                    /** @description A part of the title or of the organisation. */
                    q?: string | null;
                    region?: string | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GalleryPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/gallery/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GalleryProject"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/late-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LateCodesView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewLateCodeInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewLateCode"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/mailing-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/mailings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SendMailingInput"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/mailings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailingInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/mailings/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailingInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionOverview"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    division?: string | null;
                    group?: string | null;
                    limit?: number | null;
                    /** @description Only what is out for a correction whose time is over. */
                    overdue?: "yes" | null;
                    q?: string | null;
                    region?: string | null;
                    sort?: "-submittedAt" | "submittedAt" | "-number" | "number" | null;
                    state?: "draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn" | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/projects/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    division?: string | null;
                    format: "xlsx" | "csv" | "pdf";
                    group?: string | null;
                    /** @description Only what is out for a correction whose time is over. */
                    overdue?: "yes" | null;
                    q?: string | null;
                    region?: string | null;
                    sort?: "-submittedAt" | "submittedAt" | "-number" | "number" | null;
                    state?: "draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn" | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/public-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticeSummary"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    /** @description The code of a division. */
                    division?: string | null;
                    limit?: number | null;
                    /** @description Those beside a cut line, on either side of it. */
                    only?: "near" | null;
                    /** @description A part of the number, the title, the organisation, who leads it or the credit code. */
                    q?: string | null;
                    /** @description The code of a region. */
                    region?: string | null;
                    status?: "advances" | "wildcard" | "waiting" | "out" | "left" | "struck" | null;
                };
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreviewInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/preview/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    /** @description The code of a division. */
                    division?: string | null;
                    limit?: number | null;
                    /** @description Those beside a cut line, on either side of it. */
                    only?: "near" | null;
                    /** @description A part of the number, the title, the organisation, who leads it or the credit code. */
                    q?: string | null;
                    /** @description The code of a region. */
                    region?: string | null;
                    status?: "advances" | "wildcard" | "waiting" | "out" | "left" | "struck" | null;
                };
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreviewedInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplaceInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/advancement/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StageDatesBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/public-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PublishNoticeInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/stages/{stage}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    stage: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Counts projects that came by this channel alone. */
                    channel?: "station" | "partner" | "county" | "other" | "own" | null;
                    /** @description Counts projects of this group alone. */
                    group?: string | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatisticsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/statistics/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description Counts projects that came by this channel alone. */
                    channel?: "station" | "partner" | "county" | "other" | "own" | null;
                    format: "xlsx" | "csv" | "pdf";
                    /** @description Counts projects of this group alone. */
                    group?: string | null;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionVersionView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/versions/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    edition: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{edition}/versions/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path: {
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DifferenceView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditionImportInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionCheckView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditionSummary"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/supplied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fair-invitations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RevocationInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fair-invitations/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairSummary"][];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FairImportInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairOverview"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FairChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairOverview"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairFile"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/invitation-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationImportView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/invitation-quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuotaView"][];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuotasInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuotaView"][];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/invitation-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    /** @description Part of a name or mail address. */
                    q?: string | null;
                    sent?: "yes" | "no" | null;
                    state?: "invited" | "accepted" | "declined" | "revoked" | null;
                    /** @description The Chinese name. */
                    university?: string | null;
                };
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairInvitationPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/invitations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationCounts"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/invitations/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SendInput"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SendingView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairOverview"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/participations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    state?: "applied" | "returned" | "approved" | "rejected" | "withdrawn" | null;
                };
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ParticipationPage"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ParticipationInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnParticipation"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    category?: string | null;
                    county?: string | null;
                    cursor?: string | null;
                    degree?: string | null;
                    limit?: number | null;
                    pay?: string | null;
                    /** @description Words, Chinese or Latin; all must be found. */
                    q?: string | null;
                    sort?: "newest" | "pay" | null;
                    university?: string | null;
                    /** @description Codes, separated by commas; so are the facets below. */
                    zone?: string | null;
                };
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/readiness/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadinessView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/review/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    flags?: "flagged" | "clean" | null;
                    limit?: number | null;
                    state?: "submitted" | "approved" | "returned" | null;
                    zone?: string | null;
                };
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/review/positions/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PositionIds"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutcomesView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/{fair}/review/positions/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fair: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PositionReturnInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutcomesView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairSummary"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairs/supplied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FairFile"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description `inline` shows a PDF in the browser; whatever else is saved. */
                    disposition?: "attachment" | "inline" | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/galleries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GalleryBrief"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationImportView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation-imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CommitInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationImportView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    role?: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent" | null;
                    scopeId?: string | null;
                    scopeType?: "system" | "edition" | "region" | "division" | "session" | "fair" | "organisation" | "county" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationPage"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationCreated"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationCreated"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Accepted"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationOffer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/late-codes/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    /** @description The address it went to, whole. */
                    to?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CaughtMessagePage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CaughtMessageView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailings/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    state?: "waiting" | "queued" | "sent" | "failed" | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailings/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-invitations/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JoinedView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-invitations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-invitations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamTokenInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JoinedView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-invitations/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamTokenInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-invitations/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamOfferView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-invitations/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamTokenInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamOfferView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InboxPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    countyCode?: "130102" | "130104" | "130105" | "130107" | "130108" | "130109" | "130110" | "130111" | "130121" | "130123" | "130125" | "130126" | "130127" | "130128" | "130129" | "130130" | "130131" | "130132" | "130133" | "130171" | "130172" | "130181" | "130183" | "130184" | "SJZ-ETDZ" | "SJZ-FTZ" | null;
                    cursor?: string | null;
                    kind?: "state" | "private" | "foreign" | "public" | "university" | "research" | "hospital" | "agency" | "other" | null;
                    limit?: number | null;
                    /** @description Part of the name or of the credit code */
                    q?: string | null;
                    state?: "draft" | "submitted" | "returned" | "approved" | "rejected" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationPage"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganisationBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedId"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganisationDetails"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organisations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EvidenceBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/evidence/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AgentBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnParticipation"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ParticipationChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnParticipation"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/position-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/position-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    state?: "draft" | "submitted" | "returned" | "approved" | "removed" | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionPage"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PositionInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/positions/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubmitInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubmittedView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnParticipation"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    /** @description Part of a name, or a whole mail address or phone number */
                    q?: string | null;
                    role?: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent" | null;
                    scopeId?: string | null;
                    scopeType?: "system" | "edition" | "region" | "division" | "session" | "fair" | "organisation" | "county" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GrantBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedId"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PersonStateBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/position-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/position-imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CommitInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/positions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicPosition"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PositionInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionView"];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/positions/{id}/flags/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FlagInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/positions/{id}/full": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/positions/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-transfers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TakenView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-transfers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-transfers/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-transfers/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferToMeView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProjectInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedProject"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppealStandingView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AppealInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/appeal/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AppealDecisionInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/appearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppearanceView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimStateView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimReceipt"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExplanationsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description The earlier submission; the one before `to` unless said otherwise. */
                    from?: number | null;
                    /** @description The later submission; the last unless said otherwise. */
                    to?: number | null;
                };
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubmissionDifferenceView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TwinsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/former-owners/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    person: string;
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/gallery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GalleryChoiceView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GalleryChoiceInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/late-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RedeemInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LateEntryView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MaterialInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MaterialView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/materials/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MoveProjectInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MovedView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/move/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlacementInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MovePreview"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/prolong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProlongInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnRecusalInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectRecusalsView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StaffRecusalInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/recusals/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StaffRecusalInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RejectInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeBackInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReturnInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/submissions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubmissionView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubmissionReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/team/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InviteInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/team/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TimelineView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectOffersView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OfferInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WithdrawalView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnProject"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    /** @description A part of the number, the title or the organisation. */
                    q?: string | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticeView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ObjectionInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}/objections/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RevokeNoticeInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{notice}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    /** @description A part of the number, the title or the organisation. */
                    q?: string | null;
                };
                header?: never;
                path: {
                    notice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    notice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{notice}/certificates/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    notice: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReferenceView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoundConfirmInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    division?: string | null;
                    judge?: string | null;
                    only?: "short" | "open" | "divergent" | null;
                    /** @description From 1. */
                    page?: number | null;
                    text?: string | null;
                };
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/normalisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RescalingInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/pairs/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/pairs/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoundPlanInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/recusals/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PairReasonInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/rereview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RereviewInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number | null;
                    only?: "divergent" | null;
                    /** @description A part of the number, the title or the organisation. */
                    q?: string | null;
                };
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/results/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoundRulingInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/rulings/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoundRulingInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RunInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/runs/{run}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                    run: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/runs/{run}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                    run: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TieChainInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-rounds/{round}/unconfirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclarationInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}/entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry: string;
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}/entries/{entry}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry: string;
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}/entries/{entry}/files/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description `inline` shows a PDF in the browser; whatever else is saved. */
                    disposition?: "attachment" | "inline" | null;
                };
                header?: never;
                path: {
                    entry: string;
                    index: number;
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}/entries/{entry}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry: string;
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SheetBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TieInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{round}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TermsInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rsvp/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RsvpInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RsvpResult"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rsvp/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RsvpToken"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RsvpView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rsvp/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RsvpToken"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketToken"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screens/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScreenToken"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenedScreen"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordSignInBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/audience/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AudienceAddressView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/audience/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/audience/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/svg+xml": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/audience/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/blank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CallInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    division?: string | null;
                    group?: string | null;
                    limit?: number | null;
                    text?: string | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ceremony": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CeremonyPlanInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ceremony/automatic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CeremonyAutomaticInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ceremony/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ceremony/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ceremony/presenter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ceremony/step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CeremonyStepInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OptionalReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DrawInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntriesInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/entries/{entryId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/entries/{entryId}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/entries/{entryId}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/entries/{entryId}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SheetBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/entries/{entryId}/strikes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/intermission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IntermissionInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/intermission/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/judges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/keyed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/keyed/{entryId}/{seatNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                    seatNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entryId: string;
                    id: string;
                    seatNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KeyingBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/keyed/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VoidInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LockInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/meeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeetingInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/nudge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NudgeInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntryReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/blank-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Only the sheets for this entry. */
                    entryId?: string | null;
                    /** @description Only the sheets of this seat. */
                    seatNo?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/draw-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/event-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/own-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Only the sheet for this entry. */
                    entryId?: string | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "csv" | "pdf";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/score-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Only the sheets for this entry. */
                    entryId?: string | null;
                    /** @description Only the sheets of this seat. */
                    seatNo?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/papers/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/phase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhaseInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionPlanInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/record/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/record/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignatureInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/record/signatures/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignatureBackInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/record/witness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WitnessInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecusalInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/recusals/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReopenInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/recusals/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecusalInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntryReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReopenInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/screens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScreenInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/screens/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    linkId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SeatInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/seats/{seatNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    seatNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntryInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/sign-in/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/sign-in/out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignOutInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/sign-in/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/sign-in/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntryInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OptionalReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StopInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/strike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReopenInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/strike/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReopenInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/tie-ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TieRulingInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/tie-ruling/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TieRulingInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/tied-leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TieChainInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/timer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TimerInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/unblank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/undraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntryReasonInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeSignInBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/code/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInCodeInput"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CodeSent"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Those of one edition, by id or code. */
                    edition?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LiveSessionView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecondFactorBody"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignUpBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignUpCodeInput"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CodeSent"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaskList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptBody: {
            /** @enum {string|null} */
            locale?: "zh" | "en" | null;
            /** @description For a new account */
            name?: string | null;
            /** @description For a new account */
            password?: string | null;
            /** @description For a new account: the privacy notice agreed to */
            privacyVersion?: string | null;
            token: string;
        };
        Accepted: {
            /** @enum {string} */
            role: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent";
            /** @description Whether the role waits for a second factor */
            secondFactorRequired: boolean;
        };
        AcceptInput: {
            /** @description The submission that was read. */
            submission: number;
            /** @description A word for the entrant. */
            text?: string | null;
        };
        AccountBody: {
            /** @enum {string} */
            locale: "zh" | "en";
            name: string;
        };
        AccountPerson: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            locale: "zh" | "en";
            mail?: string | null;
            name: string;
            phone?: string | null;
            /** @description For `If-Match` of a change */
            version: number;
        };
        AgentBody: {
            /** @description Mail address or phone of a person with an account */
            address: string;
        };
        AgentView: {
            name: string;
            /** Format: uuid */
            personId: string;
        };
        AnswerInput: {
            answer: string;
            /** @enum {string} */
            outcome: "upheld" | "dismissed";
            /** @description Strikes the project off the list; where it is upheld alone. */
            strike?: boolean | null;
        };
        AppealDecisionInput: {
            /** @description What the entrant reads. */
            answer: string;
            /** @enum {string} */
            outcome: "upheld" | "dismissed";
        };
        AppealInput: {
            /** @description What the entrant brings forward. */
            text: string;
        };
        AppealRow: {
            answer: string | null;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: string | null;
            /** @description Not by who rejected the project or belongs to it. */
            mayDecide: boolean;
            number: string;
            projectId: string;
            rejectedBy: string;
            /** @enum {string} */
            state: "open" | "upheld" | "dismissed";
            text: string;
            title: string;
            /** @description Whether nobody may decide it until another organiser is appointed. */
            waits: boolean;
        };
        AppealStandingView: {
            appeal: components["schemas"]["AppealView"] | null;
            /**
             * Format: date-time
             * @description Until when; null where it was never rejected.
             */
            deadline: string | null;
            mayAppeal: boolean;
            /** @description Why not, in the reader’s language. */
            obstacle: string | null;
        };
        AppealView: {
            answer: string | null;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** @enum {string} */
            state: "open" | "upheld" | "dismissed";
            text: string;
        };
        AppearanceView: {
            /** @description Whether anybody may follow the session on a phone. */
            audience: boolean;
            /** @description How many appear, without those that withdrew. */
            entries: number;
            /** @enum {string} */
            entryState: "waiting" | "onstage" | "locked" | "shown" | "withdrawn";
            /** @description Where to meet from afar; null once the session has ended. */
            meetingUrl: string | null;
            name: string;
            /** @description In the order drawn; null before the draw. */
            position: number | null;
            /** @description When a stopped session goes on; null where that was not said. */
            resumesAt: string | null;
            room: string;
            sessionId: string;
            /** @description Null where nobody signs in, or not yet. */
            signedIn: boolean | null;
            stage: components["schemas"]["LocalTextView"];
            /** @description Null where it was not said. */
            startsAt: string | null;
            /** @enum {string} */
            state: "draft" | "signin" | "ready" | "running" | "stopped" | "closed" | "confirmed";
            /** @description IANA name of the room’s zone. */
            timeZone: string;
        };
        AudienceAddressView: {
            /** @description Since when it is open; null while it is not. */
            since: string | null;
            /** @description The address of its page, which its code holds too. */
            url: string;
        };
        AudienceInput: {
            division?: string | null;
            group?: string | null;
            /** @enum {string} */
            kind: "entrants" | "core" | "judges";
            region?: string | null;
            /**
             * Format: uuid
             * @description A session; for judges too.
             */
            session?: string | null;
            /** @description A stage whose standing is published. */
            stage?: string | null;
            /** @description Where projects stand in that stage; all of it where absent. */
            standings?: ("advances" | "waiting" | "out")[] | null;
            /** @description States of projects; all where absent. */
            states?: ("draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn")[] | null;
        };
        AuditPage: {
            items: components["schemas"]["AuditRow"][];
            next?: string | null;
        };
        AuditRow: {
            actorId: string;
            /** @description `person`, `link`, `system` or `anonymous` */
            actorKind: string;
            /** @description Empty where the person was erased */
            actorName: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            ip: string;
            /** @description What the type is called */
            label: components["schemas"]["LocalTextView"];
            payload: {
                [key: string]: unknown;
            };
            /** @description Values of a person, while they are not erased */
            personal?: {
                [key: string]: unknown;
            } | null;
            requestId: string;
            scopes: {
                [key: string]: unknown;
            };
            subjectId: string;
            subjectType: string;
            type: string;
        };
        AwardInput: {
            /** @description The first place it goes to. */
            from: number;
            /** @description The Chinese name where absent. */
            nameEn?: string | null;
            nameZh: string;
            /** @description The last place it goes to. */
            to: number;
        };
        BatchResult: {
            answer: components["schemas"]["ScanAnswerView"] | null;
            failure: components["schemas"]["ScanFailure"] | null;
            id: string;
        };
        BlockerView: {
            code: string;
            message: string;
        };
        BodyInput: {
            en: string;
            zh: string;
        };
        BulkInput: {
            /** @enum {string} */
            action: "accept" | "return";
            /**
             * Format: date-time
             * @description Of a return.
             */
            dueAt?: string | null;
            items: components["schemas"]["BulkItem"][];
            /** @description Of a return, one of the edition’s. */
            reasonCode?: string | null;
            /** @description What every entrant reads; needed for a return. */
            text?: string | null;
        };
        BulkItem: {
            /** Format: uuid */
            projectId: string;
            /** @description The submission that was read. */
            submission: number;
        };
        BulkOutcome: {
            code?: string;
            /** @description Why not, in the reader’s language. */
            message?: string;
            projectId: string;
            /** @description Whether it was decided, or may be. */
            sound: boolean;
        };
        BulkReport: {
            /** @description In the order asked. */
            outcomes: components["schemas"]["BulkOutcome"][];
            sound: number;
        };
        CallInput: {
            /**
             * Format: uuid
             * @description The entry that was called and is absent, where there is one: so that two calls at once do not undo each other.
             */
            absent?: string | null;
            /** Format: uuid */
            entryId: string;
        };
        CapInput: {
            cap: number;
            division: string;
            region: string;
        };
        CarryInput: {
            /** @description Thousandths of the whole. */
            permille: number;
            /** @description An earlier stage in which projects were judged. */
            stage: string;
        };
        CaughtMessagePage: {
            items: components["schemas"]["CaughtMessageView"][];
            next?: string;
        };
        CaughtMessageView: {
            /** Format: date-time */
            at: string;
            body: string;
            /** @enum {string} */
            channel: "mail" | "sms";
            id: string;
            recipient: string;
            subject: string;
        };
        CellFaultView: {
            /** @description As the sheet names it, `F7`. */
            cell: string;
            code: string;
            column: string;
            /** @description In the caller’s language. */
            message: string;
            row: number;
            value: string;
        };
        CeremonyAutomaticInput: {
            /** @description Seconds from a step to the next. */
            seconds: number;
        };
        CeremonyPlanInput: {
            /** @description How many advance; no line where absent. */
            advancing?: number | null;
            awards: components["schemas"]["AwardInput"][];
            /** @description Whether the line is told of every entry before any place is. */
            lineFirst?: boolean | null;
            slides: components["schemas"]["SlideInput"][];
        };
        CeremonyStepInput: {
            /** @description How many steps are triggered then; one more or one less than now. */
            at: number;
        };
        CertificateView: {
            award: components["schemas"]["LocalTextView"];
            id: string;
            issuedAt: string;
            number: string;
            /** @description The number of the one that was issued in its place. */
            replacedBy: string | null;
            /** @description The number of the one in whose place it was issued. */
            replaces: string | null;
            revokedAt: string | null;
            revokeReason: string | null;
        };
        ChangeInput: {
            /** @description The whole edition file, as it was previewed. */
            file: {
                [key: string]: unknown;
            };
            /** @description Why it is changed; stays on record. */
            reason: string;
        };
        ChangePreview: {
            differences: components["schemas"]["DifferenceView"][];
            effects: components["schemas"]["ConsequenceView"][];
            /** @description As it was read, dates worked out; null where it is faulty. */
            file: {
                [key: string]: unknown;
            } | null;
            /** @description Faults of the file; nothing else is told where there is one. */
            problems: components["schemas"]["ProblemView"][];
            /** @description Why it may not be made; empty where it may. */
            refusals: components["schemas"]["ConsequenceView"][];
            /** @description To be sent as If-Match when it is made. */
            version: number;
        };
        ChangePreviewInput: {
            /** @description The version that the file was made from, if it should be held. */
            base?: number | null;
            /** @description The whole edition file, as it should become. */
            file: {
                [key: string]: unknown;
            };
        };
        ChangeReceipt: {
            /** @description Of the new version. */
            number: number;
        };
        ClaimInput: {
            /** @description A late code, for what is claimed after the deadline. */
            lateCode?: string | null;
        };
        ClaimReceipt: {
            projectId: string;
            /** Format: date-time */
            until: string;
        };
        ClaimStateView: {
            claim: components["schemas"]["ClaimViewDto"] | null;
            /** @description Whether the reader may release another’s. */
            mayRelease: boolean;
        };
        ClaimViewDto: {
            by: string;
            mine: boolean;
            /** Format: date-time */
            until: string;
        };
        CodeSent: {
            againInSeconds: number;
            expiresInSeconds: number;
        };
        CodeSignInBody: {
            code: string;
            /** @description A mail address or phone number */
            login: string;
        };
        CollectedImportInput: {
            /** @description Whether it is taken over, and the entrants told; read alone otherwise. */
            commit: boolean;
            /**
             * Format: uuid
             * @description An uploaded list.
             */
            fileId: string;
            /** @description Whether what was declined or taken back is offered again, with what the list says of it. */
            reopen?: boolean | null;
            /** @description Whether good rows are taken over without the faulty ones; all or nothing otherwise. */
            skipFaulty?: boolean | null;
        };
        CollectedReasonInput: {
            reason: string;
        };
        CommitInput: {
            /**
             * @description All or nothing, or the good rows alone.
             * @enum {string}
             */
            mode: "all" | "skip_faulty";
        };
        CompositionInput: {
            atLeast: number;
            /** @description A kind of judge of the edition. */
            type: string;
        };
        ConfirmInput: {
            /** @description Of the totals that are confirmed. */
            digest: string;
            /** @description Needed where a signature or the supervisor’s word is missing. */
            reason?: string | null;
        };
        ConsentBody: {
            /** @enum {string} */
            purpose: "privacy" | "employers" | "counties";
            version: string;
        };
        ConsentDocumentList: {
            items: components["schemas"]["ConsentDocumentView"][];
        };
        ConsentDocumentView: {
            /** @enum {string} */
            purpose: "privacy" | "employers" | "counties";
            /** @description Paragraphs, each on a line */
            text: components["schemas"]["LocalTextView"];
            title: components["schemas"]["LocalTextView"];
            version: string;
        };
        ConsentList: {
            items: components["schemas"]["ConsentView"][];
        };
        ConsentView: {
            /** Format: date-time */
            givenAt: string;
            purpose: string;
            version: string;
            /** Format: date-time */
            withdrawnAt?: string | null;
        };
        ConsequenceView: {
            code: string;
            path: string;
            text: components["schemas"]["LocalTextView"];
        };
        ContactView: {
            mail: string;
            name: string;
            phone: string;
        };
        CountsView: {
            participations: {
                [key: string]: number;
            };
            positions: {
                [key: string]: number;
            };
        };
        CreatedId: {
            /** Format: uuid */
            id: string;
        };
        DecideInput: {
            /** @description Of the preview, so that nothing else is told or decided. */
            digest: string;
            plan: components["schemas"]["PlanInput"];
            /** @description Needed where an earlier decision is replaced. */
            reason?: string | null;
        };
        DecisionBody: {
            /** @enum {string} */
            decision: "approve" | "return" | "reject";
            /** @description Demanded for a return or a rejection */
            reason?: string | null;
        };
        DecisionReceipt: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            state: "accepted" | "returned" | "rejected" | "submitted";
        };
        DeclarationInput: {
            /** @description Ids of the entries that were shown to the judge. */
            entries: string[];
            /** @description What the judge has a tie to; to all else they have none. */
            ties: components["schemas"]["TieInput"][];
        };
        DemoAccountList: {
            items: components["schemas"]["DemoAccountView"][];
        };
        DemoAccountView: {
            login: string;
            name: string;
            password: string;
            /** @description A role, `entrant` or `graduate` */
            role: string;
            /** @description The second factor of this moment, where the role has one */
            totp?: components["schemas"]["DemoCode"] | null;
        };
        DemoCode: {
            code: string;
            secondsLeft: number;
        };
        DeviceInput: {
            name: string;
        };
        DeviceView: {
            gateId: string;
            id: string;
            name: string;
            /** Format: date-time */
            registeredAt: string;
        };
        DifferenceView: {
            /** @enum {string} */
            kind: "added" | "removed" | "changed" | "moved";
            new: components["schemas"]["LocalTextView"] | null;
            old: components["schemas"]["LocalTextView"] | null;
            /** @description Names joined by dots; members of lists by their code. */
            path: string;
            place: components["schemas"]["LocalTextView"];
        };
        DismissedRecusalView: {
            /** Format: date-time */
            at: string;
            /** @description Who did. */
            by: string;
            name: string;
            personId: string;
            /** @description Why it was dismissed. */
            reason: string;
        };
        DivisionView: {
            code: string;
            fields: components["schemas"]["NamedView"][];
            name: components["schemas"]["LocalTextView"];
        };
        DraftBody: {
            comment?: string | null;
            /** @description Of the own sheet that it goes on from; 0 for none. */
            revision?: number | null;
            /** @description Hundredths by criterion code, as far as they are given. */
            scores: {
                [key: string]: unknown;
            };
        };
        DrawInput: {
            /** @description Needed where a judge or an entry has not signed in. */
            reason?: string | null;
        };
        EditionCheckView: {
            /** @description What would be created; only where the file is valid. */
            edition?: components["schemas"]["EditionPreview"];
            problems: components["schemas"]["ProblemView"][];
            valid: boolean;
        };
        EditionImportInput: {
            /** @description Replaces the code in the file. */
            code?: string | null;
            /** @description The edition file, as exported or as the product carries it. */
            file: {
                [key: string]: unknown;
            };
            /** @description The day that relative dates count from. */
            firstDay?: string | null;
        };
        EditionOverview: {
            actions: ("open" | "close" | "archive")[];
            /** @description What keeps registration from being opened. */
            blockers: components["schemas"]["ProblemView"][];
            code: string;
            divisions: components["schemas"]["DivisionView"][];
            groups: components["schemas"]["GroupView"][];
            id: string;
            judgeKinds: components["schemas"]["NamedView"][];
            mayManage: boolean;
            name: components["schemas"]["LocalTextView"];
            regions: components["schemas"]["RegionView"][];
            stages: components["schemas"]["StageOverview"][];
            /** @enum {string} */
            state: "draft" | "open" | "closed" | "archived";
            timeZone: string;
            version: number;
        };
        EditionPreview: {
            code: string;
            criteria: number;
            divisions: number;
            groups: number;
            name: components["schemas"]["LocalTextView"];
            regions: number;
            stages: components["schemas"]["StageView"][];
            timeZone: string;
        };
        EditionSummary: {
            /** @description Whether projects can be begun and handed in right now. */
            acceptsProjects: boolean;
            code: string;
            id: string;
            name: components["schemas"]["LocalTextView"];
            stages: components["schemas"]["StageView"][];
            /** @enum {string} */
            state: "draft" | "open" | "closed" | "archived";
            /** @description Whether a late code lets projects in right now. */
            takesLateCodes: boolean;
            timeZone: string;
        };
        EditionVersionView: {
            /** Format: date-time */
            at: string;
            /** @description Empty where it was found as it is. */
            by: string;
            /** @enum {string} */
            kind: "imported" | "dates" | "changed" | "found";
            number: number;
            reason: string | null;
        };
        EditionView: {
            /** @description Whether projects can be begun and handed in right now. */
            acceptsProjects: boolean;
            code: string;
            divisions: components["schemas"]["DivisionView"][];
            /** @description Whether it opens a gallery of its projects. */
            gallery: boolean;
            groups: components["schemas"]["GroupView"][];
            id: string;
            materials: components["schemas"]["MaterialKindView"][];
            name: components["schemas"]["LocalTextView"];
            /** @description What the form asks besides. */
            questions: components["schemas"]["QuestionView"][];
            regions: components["schemas"]["RegionView"][];
            stages: components["schemas"]["StageView"][];
            /** @enum {string} */
            state: "draft" | "open" | "closed" | "archived";
            /** @description Whether a late code lets projects in right now. */
            takesLateCodes: boolean;
            timeZone: string;
            undertaking: components["schemas"]["LocalTextView"];
            /** @description Tells its wording from others. */
            undertakingDigest: string;
        };
        EligibilityReasons: {
            /** @description The days an entrant usually gets for a correction. */
            correctionDays: number;
            reject: components["schemas"]["ReasonView"][];
            return: components["schemas"]["ReasonView"][];
        };
        EnrolInput: {
            name: string;
            token: string;
        };
        EnrolmentView: {
            /** @description In base 32, to be typed where no QR code can be read */
            secret: string;
            /** @description To be shown as a QR code */
            uri: string;
        };
        EntriesInput: {
            projectIds: string[];
        };
        EntryInput: {
            /** Format: uuid */
            entryId: string;
        };
        EntryReasonInput: {
            /** Format: uuid */
            entryId: string;
            reason: string;
        };
        ErasureBody: {
            /** @description Not needed shortly after a sign-in by code */
            password?: string | null;
        };
        EventChangeInput: {
            approvedCapacity: number;
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            opensAt: string;
            /** @enum {string} */
            reentry: "allowed" | "never";
            /** @enum {string} */
            state: "active" | "paused" | "closed";
        };
        EventView: {
            approvedCapacity: number;
            /** Format: date-time */
            closesAt: string;
            gates: components["schemas"]["GateView"][];
            id: string;
            name: components["schemas"]["LocalName"];
            /** Format: date-time */
            opensAt: string;
            place: components["schemas"]["LocalName"];
            /** @enum {string} */
            reentry: "allowed" | "never";
            scopes: {
                [key: string]: string;
            };
            /** @enum {string} */
            state: "active" | "paused" | "closed";
            /** @description IANA name; its hours are told in it. */
            timeZone: string;
            version: number;
        };
        EvidenceBody: {
            /**
             * Format: uuid
             * @description A finished upload of the caller
             */
            fileId: string;
            /** @enum {string} */
            kind: "business_licence" | "authorisation_letter" | "agent_identity" | "parent_licence" | "agency_permit";
        };
        EvidenceView: {
            /**
             * Format: uuid
             * @description Of the file
             */
            id: string;
            /** @enum {string} */
            kind: "business_licence" | "authorisation_letter" | "agent_identity" | "parent_licence" | "agency_permit";
            name: string;
            /** @description In bytes */
            size: number;
        };
        ExclusionInput: {
            /** Format: uuid */
            entryId: string;
            /** @description The entrant reads it once the decision is published. */
            reason: string;
        };
        ExpertImportInput: {
            /** @description Whether it is taken over; read alone otherwise. */
            commit: boolean;
            /**
             * Format: uuid
             * @description An uploaded list.
             */
            fileId: string;
            /** @description Takes back those of the list who were withdrawn; they stay so otherwise. */
            restore?: boolean | null;
        };
        ExpertInput: {
            aliases?: string[] | null;
            capacity?: number | null;
            creditCode?: string | null;
            /** @description Codes of divisions and fields. */
            fields: string[];
            /** @description One of the edition’s. */
            kind: string;
            languages?: string[] | null;
            /**
             * Format: email
             * @description Whoever the pool has under it is brought up to date.
             */
            mail: string;
            name: string;
            organisationName: string;
            region?: string | null;
            /** @description Takes back an expert who was withdrawn; refused otherwise. */
            restore?: boolean | null;
        };
        ExpertTieInput: {
            reason: string;
            /** @description As the expert declared it. */
            tie: string;
        };
        ExplanationsView: {
            /** @description The rules of the project’s group, in the edition’s order. */
            items: components["schemas"]["ExplanationView"][];
        };
        ExplanationView: {
            code: string;
            /** @description What was compared with what. */
            compared: components["schemas"]["LocalTextView"];
            /** @enum {string} */
            kind: "age" | "degree" | "equity" | "registered" | "onePerEntrant" | "answer" | "country" | "earlierAward";
            /** @enum {string} */
            outcome: "met" | "notMet" | "unknown";
            /**
             * @description Whether a project that fails it is refused, or its checker told.
             * @enum {string}
             */
            severity: "refuse" | "flag";
            /** @description The rule as it is published. */
            text: components["schemas"]["LocalTextView"];
        };
        FacetsView: {
            category: components["schemas"]["FacetValue"][];
            county: components["schemas"]["FacetValue"][];
            degree: components["schemas"]["FacetValue"][];
            pay: components["schemas"]["FacetValue"][];
            university: components["schemas"]["FacetValue"][];
            zone: components["schemas"]["FacetValue"][];
        };
        FacetValue: {
            count: number;
            en: string;
            value: string;
            zh: string;
        };
        FacetValueView: {
            code: string;
            /** @description How many there would be, were it chosen and everything else that is asked left as it is. */
            count: number;
            name: components["schemas"]["LocalTextView"];
        };
        FairChange: {
            /** Format: date-time */
            applyBy?: string | null;
            approvedCapacity: number;
            days: components["schemas"]["FairDayChange"][];
            employerSignInBy: string;
            name: components["schemas"]["LocalTextInput"];
            permitNumber?: string | null;
            venue: components["schemas"]["LocalTextInput"];
        };
        FairDayChange: {
            closes: string;
            date: string;
            opens: string;
        };
        FairDayInput: {
            closes: string;
            /** @description Absent: counted on from `firstDay`. */
            date?: string | null;
            opens: string;
        };
        FairDayView: {
            closes: string;
            date: string;
            opens: string;
        };
        FairFile: {
            /** @description A remark for whoever reads the file. */
            about?: string | null;
            /** Format: date-time */
            applyBy?: string | null;
            code: string;
            days: components["schemas"]["FairDayInput"][];
            employerSignInBy: string;
            format: string;
            gates: string[];
            name: components["schemas"]["LocalTextInput"];
            permit: components["schemas"]["PermitInput"];
            timeZone: string;
            venue: components["schemas"]["LocalTextInput"];
            zones: components["schemas"]["FairZoneInput"][];
        };
        FairImportInput: {
            /** @description Replaces the code in the file. */
            code?: string | null;
            file: components["schemas"]["FairFile"];
            /** @description The day of the first day; the others keep their distance from it. */
            firstDay?: string | null;
        };
        FairInvitationPage: {
            items: components["schemas"]["FairInvitationView"][];
            next?: string;
        };
        FairInvitationView: {
            /** Format: date-time */
            admittedAt: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            /** @enum {string} */
            degree: "bachelor" | "master" | "doctor";
            /** @enum {string} */
            delivery: "none" | "queued" | "sent" | "failed";
            /** @description Why the mail came back, or could not be sent. */
            deliveryReason: string | null;
            id: string;
            mail: string;
            major: string;
            name: string;
            phone: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "invited" | "accepted" | "declined" | "revoked";
            timesSent: number;
            university: string;
        };
        FairOverview: {
            /** @description Whether employers can apply right now. */
            acceptsApplications: boolean;
            actions: ("open" | "close")[];
            /** Format: date-time */
            applyBy: string | null;
            approvedCapacity: number;
            /** @description What keeps it from being opened. */
            blockers: components["schemas"]["BlockerView"][];
            /** Format: date-time */
            closesAt: string;
            code: string;
            counts: components["schemas"]["CountsView"];
            days: components["schemas"]["FairDayView"][];
            employerSignInBy: string;
            gates: string[];
            id: string;
            mayManage: boolean;
            name: components["schemas"]["LocalTextView"];
            /** Format: date-time */
            opensAt: string;
            permitNumber: string | null;
            /** @enum {string} */
            state: "draft" | "open" | "closed";
            timeZone: string;
            venue: components["schemas"]["LocalTextView"];
            version: number;
            zones: components["schemas"]["FairZoneView"][];
        };
        FairSummary: {
            /** @description Whether employers can apply right now. */
            acceptsApplications: boolean;
            /** Format: date-time */
            applyBy: string | null;
            /** Format: date-time */
            closesAt: string;
            code: string;
            days: components["schemas"]["FairDayView"][];
            id: string;
            name: components["schemas"]["LocalTextView"];
            /** Format: date-time */
            opensAt: string;
            /** @enum {string} */
            state: "draft" | "open" | "closed";
            timeZone: string;
            venue: components["schemas"]["LocalTextView"];
        };
        FairView: {
            /** @description Whether employers can apply right now. */
            acceptsApplications: boolean;
            /** Format: date-time */
            applyBy: string | null;
            /** Format: date-time */
            closesAt: string;
            code: string;
            days: components["schemas"]["FairDayView"][];
            /** @description Employers whose participation is approved. */
            employers: number;
            employerSignInBy: string;
            /** @description Persons wanted for them. */
            headcount: number;
            id: string;
            name: components["schemas"]["LocalTextView"];
            /** Format: date-time */
            opensAt: string;
            /** @description Positions that the public can find. */
            positions: number;
            /** @enum {string} */
            state: "draft" | "open" | "closed";
            timeZone: string;
            venue: components["schemas"]["LocalTextView"];
            zones: components["schemas"]["FairZoneView"][];
        };
        FairZoneInput: {
            code: string;
            en: string;
            zh: string;
        };
        FairZoneView: {
            code: string;
            en: string;
            zh: string;
        };
        Features: {
            /** @description Whether the demonstration exists here */
            demo: boolean;
            /** @description Whether caught mail can be read on a page */
            mailPage: boolean;
        };
        FileProblem: {
            code: string;
            detail: string;
        };
        FileView: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            name: string;
            problem: components["schemas"]["FileProblem"] | null;
            purpose: string;
            sha256: string | null;
            size: number;
            /** @enum {string} */
            state: "uploading" | "ready" | "rejected";
            type: string;
        };
        FirstAdmission: {
            /** Format: date-time */
            at: string;
            gate: string;
        };
        FlaggedRowView: {
            flags: components["schemas"]["FlagView"][];
            row: number;
            title: string;
        };
        FlagInput: {
            /** @enum {string} */
            field: "title" | "majors" | "benefits" | "workplace" | "duties";
            /** @description Why the word is harmless here. */
            reason: string;
            word: string;
        };
        FlagView: {
            /** @description Why a reviewer found it harmless. */
            dismissed?: string;
            /** @enum {string} */
            field: "title" | "majors" | "benefits" | "workplace" | "duties";
            /** @enum {string} */
            ground: "sex" | "age" | "ethnicity" | "religion" | "marital";
            word: string;
        };
        FormerReaderView: {
            name: string;
            personId: string;
            /**
             * Format: date-time
             * @description When they passed it on.
             */
            since: string;
        };
        FunnelCellView: {
            /** @description Projects, in the order of the steps. */
            counts: number[];
            division: string;
            region: string;
        };
        FunnelPartView: {
            code: string;
            /** @description Projects, in the order of the steps. */
            counts: number[];
            name: components["schemas"]["LocalTextView"];
        };
        FunnelStepView: {
            /** @enum {string} */
            kind: "begun" | "handedIn" | "accepted" | "returned" | "rejected" | "withdrawn" | "onStage" | "advanced" | "awarded";
            /** @description Of `onStage` and `advanced`. */
            stage: components["schemas"]["StatisticsPartView"] | null;
        };
        FunnelView: {
            cells: components["schemas"]["FunnelCellView"][];
            divisions: components["schemas"]["FunnelPartView"][];
            regions: components["schemas"]["FunnelPartView"][];
            steps: components["schemas"]["FunnelStepView"][];
            total: number[];
        };
        GalleryBrief: {
            edition: components["schemas"]["NamedView"];
            /** @description Projects in it. */
            projects: number;
        };
        GalleryChoiceInput: {
            /** @description Whether it may be shown. */
            listed: boolean;
        };
        GalleryChoiceView: {
            /** @description Whether its entrant lets it be shown. */
            listed: boolean;
            /** @description Whether its entrant may decide otherwise. */
            mayChange: boolean;
            /** @description Whether the edition opens a gallery. */
            open: boolean;
            /** @description Whether it is shown now. */
            shown: boolean;
        };
        GalleryItem: {
            award: components["schemas"]["LocalTextView"] | null;
            division: components["schemas"]["LocalTextView"];
            id: string;
            organisation: string;
            region: components["schemas"]["LocalTextView"];
            /** @description The furthest stage of which something is published. */
            stage: components["schemas"]["LocalTextView"];
            /** @description Its beginning, in a list. */
            summary: string;
            title: string;
        };
        GalleryPage: {
            /** @description Those that somebody in the gallery won. */
            awards: components["schemas"]["FacetValueView"][];
            divisions: components["schemas"]["FacetValueView"][];
            edition: components["schemas"]["NamedView"];
            /** @description Of the division asked for. */
            fields: components["schemas"]["FacetValueView"][];
            items: components["schemas"]["GalleryItem"][];
            next?: string;
            regions: components["schemas"]["FacetValueView"][];
            total: number;
        };
        GalleryProject: {
            award: components["schemas"]["LocalTextView"] | null;
            division: components["schemas"]["LocalTextView"];
            edition: components["schemas"]["NamedView"];
            id: string;
            organisation: string;
            region: components["schemas"]["LocalTextView"];
            /** @description The furthest stage of which something is published. */
            stage: components["schemas"]["LocalTextView"];
            /** @description Its beginning, in a list. */
            summary: string;
            title: string;
        };
        GateChangeInput: {
            name: string;
            /** @enum {string} */
            state: "open" | "closed";
        };
        GateView: {
            id: string;
            name: string;
            /** @enum {string} */
            state: "open" | "closed";
            version: number;
        };
        GiveInput: {
            /** Format: uuid */
            entryId: string;
            /**
             * Format: uuid
             * @description A judge of the round.
             */
            personId: string;
            /** @description Needed beyond the judges of the entry, or the most entries of the judge. */
            reason?: string | null;
        };
        GivenUpView: {
            /** @enum {string} */
            kind: "advances" | "wildcard" | "waiting" | "session";
            /** @description Of the session. */
            session: string | null;
            stage: components["schemas"]["LocalTextView"];
        };
        GrantBody: {
            /** @enum {string} */
            role: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent";
            /** @description Empty for `system` */
            scopeId: string;
            /** @enum {string} */
            scopeType: "system" | "edition" | "region" | "division" | "session" | "fair" | "organisation" | "county";
        };
        GrantView: {
            /** @enum {string} */
            role: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent";
            scopeId: string;
            /** @enum {string} */
            scopeType: "system" | "edition" | "region" | "division" | "session" | "fair" | "organisation" | "county";
        };
        GroupView: {
            code: string;
            /** @description Whether every core member has to accept before it is handed in. */
            membersConfirm?: boolean;
            minCoreMembers: number;
            name: components["schemas"]["LocalTextView"];
            note?: components["schemas"]["LocalTextView"];
            /** @enum {string} */
            organisation: "required" | "affiliation";
        };
        HistoryItem: {
            /** Format: date-time */
            at: string;
            by?: string;
            /** Format: date-time */
            dueAt?: string;
            /** @enum {string} */
            kind: "created" | "submitted" | "accepted" | "returned" | "rejected" | "reopened" | "prolonged" | "withdrawn" | "transferred" | "moved" | "appealed" | "upheld" | "dismissed";
            /**
             * @description Why a submission after the deadline counts.
             * @enum {string}
             */
            late?: "grace" | "code";
            reason?: components["schemas"]["LocalTextView"];
            /** @description Which submission it is about. */
            submission?: number;
            text?: string;
            /** @description To whom it was handed over. */
            to?: string;
        };
        IdentifierBody: {
            /** @description ISO 3166-1 alpha-2; CN for a resident number */
            country: string;
            /**
             * Format: date-time
             * @description Of a passport
             */
            expiresAt?: string | null;
            number: string;
            /** @enum {string} */
            type: "resident" | "passport";
        };
        ImportInput: {
            /**
             * Format: uuid
             * @description A finished upload of the caller, XLSX or CSV.
             */
            fileId: string;
        };
        ImportResultView: {
            changed: number;
            created: number;
            skipped: number;
            unchanged: number;
        };
        ImportView: {
            /** Format: date-time */
            createdAt: string;
            faults: components["schemas"]["CellFaultView"][];
            faulty: number;
            fileName: string;
            /** @description Good rows whose wording would stop their approval. */
            flagged: components["schemas"]["FlaggedRowView"][];
            good: number;
            id: string;
            participationId: string;
            result: components["schemas"]["ImportResultView"] | null;
            /** @enum {string} */
            state: "checked" | "committed" | "superseded";
            total: number;
            unknownColumns: string[];
        };
        InboxItemView: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            path: string | null;
            /** Format: date-time */
            readAt: string | null;
            subject: string;
            template: string;
            text: string;
        };
        InboxPage: {
            items: components["schemas"]["InboxItemView"][];
            next?: string;
            unread: number;
        };
        IndustryView: {
            code: string;
            en: string;
            fields: components["schemas"]["NamedCode"][];
            zh: string;
        };
        IntermissionInput: {
            /** @description When it goes on, on the clocks of the room; screens say so. */
            resumesAt?: string | null;
            /** @description What screens and phones say. */
            text: string;
        };
        IntervalView: {
            from: number;
            to: number;
        };
        InvitationBody: {
            /** @description Days until it expires; 14 unless given */
            days?: number | null;
            /** @enum {string} */
            locale: "zh" | "en";
            /** Format: email */
            mail?: string | null;
            name: string;
            phone?: string | null;
            /** @enum {string} */
            role: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent";
            /** @description Empty for `system` */
            scopeId: string;
            /** @enum {string} */
            scopeType: "system" | "edition" | "region" | "division" | "session" | "fair" | "organisation" | "county";
        };
        InvitationCounts: {
            fairId: string;
            states: components["schemas"]["InvitationStateCounts"];
            /** @description Whether invitations can go out and be answered now. */
            takesAnswers: boolean;
            /** @description Invited, and never sent. */
            unsent: number;
        };
        InvitationCreated: {
            /** Format: uuid */
            id: string;
            /** @description Told once, and only where it was sent to nobody */
            link?: string | null;
        };
        InvitationImportView: {
            /** Format: date-time */
            createdAt: string;
            fairId: string;
            faults: components["schemas"]["CellFaultView"][];
            faulty: number;
            fileName: string;
            good: number;
            id: string;
            /** @enum {string} */
            state: "checked" | "committed" | "superseded";
            total: number;
            unknownColumns: string[];
        };
        InvitationOffer: {
            /** @description In part */
            address?: string | null;
            /** Format: date-time */
            expiresAt: string;
            name: string;
            /** @enum {string} */
            role: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent";
            roleLabel: components["schemas"]["LocalTextView"];
            scopeLabel: components["schemas"]["LocalTextView"];
            /** @description Whether the role will ask for a second factor */
            secondFactor: boolean;
            /** @description Whether accepting needs a sign-in first, because there is an account or no address to make one for */
            signInFirst: boolean;
        };
        InvitationPage: {
            items: components["schemas"]["InvitationView"][];
            next?: string | null;
        };
        InvitationStateCounts: {
            accepted: number;
            declined: number;
            invited: number;
            revoked: number;
        };
        InvitationView: {
            /** Format: date-time */
            acceptedAt?: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            mail?: string | null;
            name: string;
            phone?: string | null;
            /** @enum {string} */
            role: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent";
            scopeId: string;
            scopeLabel: components["schemas"]["LocalTextView"];
            /** @enum {string} */
            scopeType: "system" | "edition" | "region" | "division" | "session" | "fair" | "organisation" | "county";
            /** @enum {string} */
            status: "open" | "accepted" | "revoked" | "expired";
            timesSent: number;
        };
        InviteInput: {
            /**
             * Format: email
             * @description Of a member of the team as it is saved; everybody not invited yet where absent.
             */
            mail?: string | null;
        };
        JobError: {
            code: string;
            detail: string;
        };
        JobView: {
            /** Format: date-time */
            createdAt: string;
            done: number;
            error: components["schemas"]["JobError"] | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            kind: string;
            result: {
                [key: string]: unknown;
            } | null;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            step: string | null;
            total: number;
        };
        JoinedView: {
            projectId: string;
        };
        JudgedStageView: {
            code: string;
            /** @description The harshest first. */
            judges: components["schemas"]["JudgeView"][];
            /** @enum {string} */
            kind: "review" | "roadshow";
            /** @description Entries that each judge was to get; null on a stage. */
            load: components["schemas"]["LoadView"] | null;
            name: components["schemas"]["LocalTextView"];
            /** @description Sessions that are not confirmed or whose ceremony has not told the results; 1 for a review that is not confirmed. */
            sealed: number;
            /** @description Sessions whose results are told, or 1 for a review; the figures are of them alone. */
            sessions: number;
        };
        JudgeView: {
            /** @description Correlation with the mean of the others, in hundredths; null below three entries. */
            agreement: number | null;
            /** @description Entries that they were given; null on a stage. */
            assigned: number | null;
            /** @description Mean difference from the mean of all valid sheets of the entry, in hundredths; below 0 is harsher. */
            difference: number | null;
            /** @description Where the difference lies in the long run, with 95 % confidence; null where there is too little to tell. */
            interval: components["schemas"]["IntervalView"] | null;
            /** @description Of these, after they were due; null on a stage. */
            late: number | null;
            /** @description Of the totals, in hundredths; null where there is no sheet. */
            mean: number | null;
            /** @description Empty where the person was erased. */
            name: string;
            /** @description Valid sheets. */
            sheets: number;
        };
        KeyingBody: {
            comment?: string | null;
            /**
             * Format: uuid
             * @description Made by the client for this keying; its repetitions carry the same.
             */
            keyId: string;
            /**
             * Format: uuid
             * @description The own keying, by its `keyId`, that this one corrects.
             */
            replaces?: string | null;
            /** @description The revision of the seat’s stored sheet; 0 where there is none. */
            revision: number;
            /** @description Hundredths by criterion code. */
            scores: {
                [key: string]: unknown;
            };
        };
        LabelInput: {
            label: string;
        };
        LateCodesView: {
            /** @description The latest first. */
            codes: components["schemas"]["LateCodeView"][];
            /** @description Whether one may be made now: while the edition is open. */
            open: boolean;
            timeZone: string;
        };
        LateCodeUseView: {
            /** Format: date-time */
            at: string;
            /** @description The entrant; empty, as the project, where the reader is recused from it. */
            by: string;
            /** @description Of a project that was handed in. */
            number: string | null;
            /** @description Where the reader may open it. */
            projectId: string | null;
        };
        LateCodeView: {
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            number: number;
            projects: components["schemas"]["LateCodeUseView"][];
            reason: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            state: "good" | "used_up" | "expired" | "revoked";
            used: number;
            uses: number;
        };
        LateEntryView: {
            /**
             * Format: date-time
             * @description Until when the project may be handed in.
             */
            lateUntil: string;
        };
        LedgerCountsView: {
            admissions: number;
            exits: number;
            persons: number;
            refusals: number;
        };
        LinkView: {
            id: string;
            token: string;
        };
        ListedPosition: {
            category: string;
            countyCode: string;
            degree: string;
            employer: string;
            headcount: number;
            id: string;
            number: number;
            payMax: number | null;
            payMin: number | null;
            title: string;
            university: string;
            validUntil: string;
            workplace: string;
            zone: string;
        };
        LiveSessionView: {
            edition: components["schemas"]["LocalTextView"];
            id: string;
            name: string;
            /** @description When a stopped session goes on; null where it was not said. */
            resumesAt: string | null;
            room: string;
            /** @description Null where it was not said. */
            startsAt: string | null;
            /** @enum {string} */
            state: "draft" | "signin" | "ready" | "running" | "stopped" | "closed" | "confirmed";
            /** @description IANA name of the room’s zone. */
            timeZone: string;
        };
        LoadInput: {
            max: number;
            min: number;
        };
        LoadView: {
            max: number;
            min: number;
        };
        LocalName: {
            en: string;
            zh: string;
        };
        LocalTextInput: {
            en: string;
            zh: string;
        };
        LocalTextView: {
            en: string;
            zh: string;
        };
        LockInput: {
            /** Format: uuid */
            entryId: string;
            /** @description Needed where a judge has not scored. */
            reason?: string | null;
        };
        MailingInput: {
            audience: components["schemas"]["AudienceInput"];
            subject: components["schemas"]["SubjectInput"];
            /** @description May name {name}, {title}, {number}, {edition}. */
            text: components["schemas"]["BodyInput"];
        };
        MarginInput: {
            /** @description Of a region or division of the edition. */
            code: string;
            seats: number;
        };
        MaterialChangeView: {
            /** @enum {string} */
            kind: "added" | "removed" | "replaced";
            /** @description What kind of material it is. */
            material: components["schemas"]["LocalTextView"];
            /** @description The name of the file that came, as in the project. */
            new: string | null;
            /** @description The name of the file that went, as in the project. */
            old: string | null;
        };
        MaterialInput: {
            /** Format: uuid */
            fileId: string;
            kind: string;
            /**
             * Format: uuid
             * @description The material of the same kind that it takes the place of.
             */
            replaces?: string | null;
        };
        MaterialKindView: {
            code: string;
            /** @description Whether the jury reads it; not where absent. */
            forJudges?: boolean;
            /** @description The groups it is asked of; all where absent. */
            groups?: string[];
            help?: components["schemas"]["LocalTextView"];
            maxCount: number;
            /** @description Bytes. */
            maxSize: number;
            minCount: number;
            name: components["schemas"]["LocalTextView"];
            /** @description Whether its owner and staff who work on the project alone open it. */
            personal?: boolean;
            types: string[];
        };
        MaterialView: {
            fileId: string;
            kind: string;
            /** @description Empty where it is personal and the reader may not open it. */
            name: string;
            /** @description Whether it is for who gave it and for staff who work on the project alone. */
            personal: boolean;
            /** @description Bytes. */
            size: number;
        };
        MeetingInput: {
            /** @description Where the room meets from afar; none where absent. */
            meetingUrl?: string | null;
        };
        MemberChangeView: {
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            name: string;
            /** @description Where they were changed. */
            values: components["schemas"]["ValueChangeView"][];
        };
        MemberInput: {
            isCore: boolean;
            mail: string;
            name: string;
            role: string;
            /** @description Basis points. */
            share?: number | null;
        };
        MemberView: {
            isCore: boolean;
            mail: string;
            name: string;
            role: string;
            /** @description Basis points. */
            share: number | null;
        };
        MismatchInput: {
            division: number;
            field: number;
            neither: number;
        };
        MovedView: {
            /** @description The number of the submission that says where it stands now. */
            submission: number;
            version: number;
        };
        MoveInput: {
            /** Format: uuid */
            gateId: string;
        };
        MovePreview: {
            /** @description Checkers and regional organisers who look after it from then on. */
            gain: string[];
            /** @description Files that are not asked for there; empty where one is personal and the reader may not open it. */
            leftOut: string[];
            /** @description Checkers and regional organisers who no longer look after it. */
            lose: string[];
            /** @description What is asked for there and it lacks. */
            missing: components["schemas"]["ProblemView"][];
            /** @description Why it cannot be moved any more. */
            obstacle: string | null;
            /** @description Conditions of entry that it would not meet. */
            unmet: components["schemas"]["LocalTextView"][];
            /** @description To be sent as If-Match when it is made. */
            version: number;
        };
        MoveProjectInput: {
            division: string;
            /** @description The sub-field, of the division. */
            field: string;
            group: string;
            /** @description The entrant reads it. */
            reason: string;
            region: string;
        };
        NamedCode: {
            code: string;
            en: string;
            zh: string;
        };
        NamedView: {
            code: string;
            name: components["schemas"]["LocalTextView"];
        };
        NewGateInput: {
            name: string;
        };
        NewLateCode: {
            code: string;
            id: string;
            /** @description From 1, within the edition. */
            number: number;
        };
        NewLateCodeInput: {
            /**
             * Format: date-time
             * @description Until when it can be used, and until when a project that used it may be handed in.
             */
            expiresAt: string;
            /** @description For the organisers alone. */
            reason: string;
            /** @description How many projects it lets in. */
            uses: number;
        };
        NewProjectInput: {
            /** @description The edition’s id or code. */
            edition: string;
            /**
             * Format: uuid
             * @description Made by the client, so that a repeated request makes one draft.
             */
            id: string;
            /** @enum {string} */
            language: "zh" | "en";
            /** @description A late code, for a project begun after the deadline. */
            lateCode?: string | null;
        };
        NextInput: {
            /**
             * @description Only what fails a condition of entry as they are now, or of which one cannot be told.
             * @enum {string|null}
             */
            conditions?: "notMet" | "unknown" | null;
            division?: string | null;
            group?: string | null;
            q?: string | null;
            region?: string | null;
            /** @description Only what was handed in at least so many days ago. */
            waitingDays?: number | null;
        };
        NextReceipt: {
            /** @description Null where nothing is left. */
            claimed: components["schemas"]["ClaimReceipt"] | null;
        };
        NextStepView: {
            /**
             * Format: date-time
             * @description Until when, or at what time.
             */
            at: string | null;
            /** @enum {string} */
            code: "hand_in" | "wait_registration" | "late_code" | "closed" | "wait_check" | "correct" | "overdue" | "wait_stage" | "left_out" | "appear" | "wait_list" | "wait_next" | "on_notice" | "certificate" | "ended" | "may_appeal" | "wait_appeal" | "rejected" | "withdrawn";
        };
        NoticeItemView: {
            division: components["schemas"]["LocalTextView"];
            /** @description Masked. */
            leader: string;
            /** @description Withdrew or gave up since it was published. */
            left: boolean;
            /** @description Moved up since it was published, and so is no part of the digest. */
            movedUp: boolean;
            number: string;
            organisation: string;
            projectId: string;
            region: components["schemas"]["LocalTextView"];
            result: components["schemas"]["LocalTextView"];
            /** @description Its certificate was revoked, and none was issued in its place. */
            revoked: boolean;
            /** @description Struck off this notice, or another of the edition, because an objection was upheld. */
            struck: boolean;
            title: string;
        };
        NoticeSummary: {
            closesAt: string;
            endsOn: string;
            id: string;
            /** @enum {string} */
            kind: "advancement" | "awards";
            number: number;
            publishedAt: string;
            stage: components["schemas"]["LocalTextView"];
            startsOn: string;
            /** @enum {string} */
            state: "open" | "concluded" | "revoked";
            /** @description Whether objections are taken now. */
            takesObjections: boolean;
        };
        NoticeView: {
            answered: number;
            /** @description Whether any of them moved up since it was published. */
            changed: boolean;
            closesAt: string;
            /** @enum {string} */
            dayKind: "working" | "calendar";
            days: number;
            digest: string;
            edition: components["schemas"]["LocalTextView"];
            editionCode: string;
            endedAt: string | null;
            endReason: string | null;
            endsOn: string;
            id: string;
            /** @description By division, a part of them; none where it was revoked. */
            items: components["schemas"]["NoticeItemView"][];
            /** @enum {string} */
            kind: "advancement" | "awards";
            /** @description Where there are more. */
            next?: string;
            number: number;
            objections: number;
            /** @description Of who asks. */
            own: components["schemas"]["OwnObjectionView"][];
            publishedAt: string;
            /** @description Projects on its list. */
            size: number;
            stage: components["schemas"]["LocalTextView"];
            startsOn: string;
            /** @enum {string} */
            state: "open" | "concluded" | "revoked";
            /** @description Whether objections are taken now. */
            takesObjections: boolean;
            timeZone: string;
            /** @description Those of them that match what is asked for. */
            total: number;
        };
        NudgeInput: {
            /** Format: uuid */
            entryId: string;
            seatNo: number;
        };
        ObjectionFileView: {
            id: string;
            name: string;
            size: number;
        };
        ObjectionInput: {
            /** @description Uploaded files that support it. */
            files?: string[] | null;
            /**
             * Format: uuid
             * @description A project of the list; absent where it is about the whole.
             */
            projectId?: string | null;
            statement: string;
        };
        OfferInput: {
            /**
             * Format: email
             * @description Of an account, or of a core member.
             */
            mail: string;
        };
        OfferToMeView: {
            edition: components["schemas"]["LocalTextView"];
            /** Format: date-time */
            expiresAt: string;
            from: string;
            id: string;
            number: string | null;
            /** @description IANA name of the edition’s zone. */
            timeZone: string;
            title: string;
        };
        OpenedScreen: {
            channel: string;
            key: string;
        };
        OpenOfferView: {
            /** Format: date-time */
            expiresAt: string;
            id: string;
            mail: string;
            /** Format: date-time */
            offeredAt: string;
            /** @description IANA name of the edition’s zone. */
            timeZone: string;
        };
        OpenTicketView: {
            event: components["schemas"]["TicketEvent"];
            holderName: string;
            kind: string;
            number: string;
            qr: string;
        };
        OptionalReasonInput: {
            reason?: string | null;
        };
        OrganisationBody: {
            /** @description Other names it is known by */
            aliases?: string[] | null;
            /** @description Whether it is a branch of another legal entity */
            branch?: boolean | null;
            /**
             * @description Absent for one from elsewhere
             * @enum {string|null}
             */
            countyCode?: "130102" | "130104" | "130105" | "130107" | "130108" | "130109" | "130110" | "130111" | "130121" | "130123" | "130125" | "130126" | "130127" | "130128" | "130129" | "130130" | "130131" | "130132" | "130133" | "130171" | "130172" | "130181" | "130183" | "130184" | "SJZ-ETDZ" | "SJZ-FTZ" | null;
            /** @description Unified social credit code */
            creditCode: string;
            /** @description Staff only: why a code is taken whose check digit fails */
            creditCodeOverride?: string | null;
            /** @enum {string|null} */
            industry?: "EIT" | "BIO" | "EQP" | "FOOD" | "TRADE" | null;
            /** @enum {string} */
            kind: "state" | "private" | "foreign" | "public" | "university" | "research" | "hospital" | "agency" | "other";
            name: string;
        };
        OrganisationDetails: {
            /** @description Other names it is known by */
            aliases?: string[] | null;
            /** @description Whether it is a branch of another legal entity */
            branch?: boolean | null;
            /**
             * @description Absent for one from elsewhere
             * @enum {string|null}
             */
            countyCode?: "130102" | "130104" | "130105" | "130107" | "130108" | "130109" | "130110" | "130111" | "130121" | "130123" | "130125" | "130126" | "130127" | "130128" | "130129" | "130130" | "130131" | "130132" | "130133" | "130171" | "130172" | "130181" | "130183" | "130184" | "SJZ-ETDZ" | "SJZ-FTZ" | null;
            /** @enum {string|null} */
            industry?: "EIT" | "BIO" | "EQP" | "FOOD" | "TRADE" | null;
            /** @enum {string} */
            kind: "state" | "private" | "foreign" | "public" | "university" | "research" | "hospital" | "agency" | "other";
            name: string;
        };
        OrganisationList: {
            items: components["schemas"]["OrganisationRow"][];
        };
        OrganisationPage: {
            items: components["schemas"]["OrganisationRow"][];
            next?: string | null;
        };
        OrganisationRow: {
            /** @enum {string|null} */
            countyCode?: "130102" | "130104" | "130105" | "130107" | "130108" | "130109" | "130110" | "130111" | "130121" | "130123" | "130125" | "130126" | "130127" | "130128" | "130129" | "130130" | "130131" | "130132" | "130133" | "130171" | "130172" | "130181" | "130183" | "130184" | "SJZ-ETDZ" | "SJZ-FTZ" | null;
            creditCode: string;
            /** Format: date-time */
            decidedAt?: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            industry?: "EIT" | "BIO" | "EQP" | "FOOD" | "TRADE" | null;
            /** @enum {string} */
            kind: "state" | "private" | "foreign" | "public" | "university" | "research" | "hospital" | "agency" | "other";
            name: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "approved" | "rejected";
            /** Format: date-time */
            submittedAt?: string | null;
        };
        OrganisationView: {
            /** @description What the caller may do now */
            actions: ("edit" | "submit" | "return" | "approve" | "reject")[];
            agents: components["schemas"]["AgentView"][];
            aliases: string[];
            branch: boolean;
            /** @enum {string|null} */
            countyCode?: "130102" | "130104" | "130105" | "130107" | "130108" | "130109" | "130110" | "130111" | "130121" | "130123" | "130125" | "130126" | "130127" | "130128" | "130129" | "130130" | "130131" | "130132" | "130133" | "130171" | "130172" | "130181" | "130183" | "130184" | "SJZ-ETDZ" | "SJZ-FTZ" | null;
            /** Format: date-time */
            createdAt: string;
            creditCode: string;
            creditCodeOverride?: string | null;
            /** Format: date-time */
            decidedAt?: string | null;
            evidence: components["schemas"]["EvidenceView"][];
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            industry?: "EIT" | "BIO" | "EQP" | "FOOD" | "TRADE" | null;
            /** @enum {string} */
            kind: "state" | "private" | "foreign" | "public" | "university" | "research" | "hospital" | "agency" | "other";
            missingEvidence: ("business_licence" | "authorisation_letter" | "agent_identity" | "parent_licence" | "agency_permit")[];
            name: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "approved" | "rejected";
            /** @description Why it was returned or rejected */
            stateReason?: string | null;
            /** Format: date-time */
            submittedAt?: string | null;
            /** @description For `If-Match` of a change */
            version: number;
        };
        OutcomesView: {
            done: number;
            items: components["schemas"]["OutcomeView"][];
        };
        OutcomeView: {
            code?: string;
            done: boolean;
            id: string;
            /** @description Why not, in the caller’s language. */
            message?: string;
        };
        OwnDeviceView: {
            event: components["schemas"]["EventView"];
            gateId: string;
            id: string;
            name: string;
        };
        OwnObjectionView: {
            answer: string | null;
            answeredAt: string | null;
            at: string;
            evidence: components["schemas"]["ObjectionFileView"][];
            id: string;
            number: number;
            projectNumber: string | null;
            /** @enum {string} */
            state: "filed" | "upheld" | "dismissed";
            statement: string;
        };
        OwnParticipation: {
            actions: string[];
            /** Format: date-time */
            appliedAt: string;
            creditCode: string;
            /** Format: date-time */
            decidedAt: string | null;
            fair: components["schemas"]["FairSummary"];
            fairId: string;
            id: string;
            organisationId: string;
            organisationKind: string;
            organisationName: string;
            organisationState: string;
            positions: components["schemas"]["PositionCountsView"];
            publishContact: boolean;
            /** @enum {string} */
            state: "applied" | "returned" | "approved" | "rejected" | "withdrawn";
            stateReason: string | null;
            version: number;
            zone: string;
        };
        OwnProject: {
            /** Format: date-time */
            correctionDueAt: string | null;
            /**
             * Format: date-time
             * @description Until when it can be handed in; null where it cannot.
             */
            deadline: string | null;
            division: string | null;
            edition: components["schemas"]["ProjectEditionView"];
            field: string | null;
            group: string | null;
            id: string;
            /** @enum {string} */
            language: "zh" | "en";
            /** @description For staff: whether a submission came after the deadline. */
            late?: boolean;
            number: string | null;
            organisationName: string;
            /** @description For staff: whether its time for a correction is over. */
            overdue?: boolean;
            region: string | null;
            /**
             * @description Whether they lead it, accepted to be its member, or passed it on.
             * @enum {string}
             */
            role: "owner" | "teammate" | "former";
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn";
            submissions: number;
            /** Format: date-time */
            submittedAt: string | null;
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        OwnRecusalInput: {
            /** @description Organisers read it. */
            reason: string;
        };
        PairInput: {
            /** Format: uuid */
            entryId: string;
            /**
             * Format: uuid
             * @description A judge of the round.
             */
            personId: string;
        };
        PairReasonInput: {
            /** Format: uuid */
            entryId: string;
            /**
             * Format: uuid
             * @description A judge of the round.
             */
            personId: string;
            reason: string;
        };
        ParticipationChange: {
            /** @description Whether the public may see whom to call about its positions. */
            publishContact: boolean;
            /** @description The code of a zone of the fair. */
            zone: string;
        };
        ParticipationInput: {
            /** Format: uuid */
            organisationId: string;
            /** @description Whether the public may see whom to call about its positions. */
            publishContact: boolean;
            /** @description The code of a zone of the fair. */
            zone: string;
        };
        ParticipationPage: {
            items: components["schemas"]["ParticipationView"][];
            next?: string;
        };
        ParticipationView: {
            actions: string[];
            /** Format: date-time */
            appliedAt: string;
            creditCode: string;
            /** Format: date-time */
            decidedAt: string | null;
            fairId: string;
            id: string;
            organisationId: string;
            organisationKind: string;
            organisationName: string;
            organisationState: string;
            positions: components["schemas"]["PositionCountsView"];
            publishContact: boolean;
            /** @enum {string} */
            state: "applied" | "returned" | "approved" | "rejected" | "withdrawn";
            stateReason: string | null;
            version: number;
            zone: string;
        };
        PasswordBody: {
            /** @description Not needed shortly after a sign-in by code */
            current?: string | null;
            password: string;
        };
        PasswordSignInBody: {
            /** @description A mail address or phone number */
            login: string;
            password: string;
        };
        PermitInput: {
            approvedCapacity: number;
            number?: string | null;
        };
        PersonGrantView: {
            /** Format: date-time */
            grantedAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "administrator" | "auditor" | "contest_organiser" | "checker" | "chair" | "stage_manager" | "judge" | "recorder" | "supervisor" | "fair_organiser" | "position_reviewer" | "gate_staff" | "county_officer" | "employer_agent";
            scopeId: string;
            /** @description What the scope is called */
            scopeLabel: components["schemas"]["LocalTextView"];
            /** @enum {string} */
            scopeType: "system" | "edition" | "region" | "division" | "session" | "fair" | "organisation" | "county";
        };
        PersonPage: {
            items: components["schemas"]["PersonRow"][];
            next?: string | null;
        };
        PersonRow: {
            grants: components["schemas"]["PersonGrantView"][];
            /** Format: uuid */
            id: string;
            /** @description In part, for who does not manage persons */
            mail?: string | null;
            name: string;
            /** @description In part, for who does not manage persons */
            phone?: string | null;
            /** @enum {string} */
            state: "active" | "disabled" | "erased";
        };
        PersonStateBody: {
            reason: string;
            /** @enum {string} */
            state: "active" | "disabled";
        };
        PersonView: {
            /** Format: date-time */
            createdAt: string;
            demo: boolean;
            grants: components["schemas"]["PersonGrantView"][];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            locale: "zh" | "en";
            /** @description In part, for who does not manage persons */
            mail?: string | null;
            name: string;
            /** @description In part, for who does not manage persons */
            phone?: string | null;
            secondFactorEnrolled: boolean;
            /** @enum {string} */
            state: "active" | "disabled" | "erased";
            version: number;
        };
        PhaseInput: {
            /**
             * Format: uuid
             * @description The entry on stage, so that a late command moves no other.
             */
            entryId: string;
            /** @enum {string} */
            phase: "pitch" | "questions" | "scoring";
        };
        PlacementInput: {
            division: string;
            /** @description The sub-field, of the division. */
            field: string;
            group: string;
            region: string;
        };
        PlanInput: {
            caps?: components["schemas"]["CapInput"][] | null;
            /** @description This stage’s scores alone where absent. */
            carry?: components["schemas"]["CarryInput"] | null;
            /** @enum {string} */
            cutTies: "all" | "order";
            divisions?: components["schemas"]["MarginInput"][] | null;
            excluded?: components["schemas"]["ExclusionInput"][] | null;
            /** @enum {string} */
            mode: "total" | "share" | "region" | "division" | "biproportional";
            /** @description Thousandths of the eligible; needed for a share. */
            permille?: number | null;
            /** @description With `divisions`, instead of a size. */
            regions?: components["schemas"]["MarginInput"][] | null;
            /** @description Needed but for a share or margins set by hand. */
            size?: number | null;
            waiting: number;
            wildcards: number;
        };
        PositionCountsView: {
            approved: number;
            draft: number;
            returned: number;
            submitted: number;
        };
        PositionIds: {
            ids: string[];
        };
        PositionInput: {
            benefits?: string | null;
            /** @enum {string} */
            category: "research" | "engineering" | "production" | "medical" | "teaching" | "management" | "marketing" | "logistics" | "finance" | "administration";
            /** Format: email */
            contactMail: string;
            contactName: string;
            contactPhone: string;
            /** @enum {string} */
            countyCode: "130102" | "130104" | "130105" | "130107" | "130108" | "130109" | "130110" | "130111" | "130121" | "130123" | "130125" | "130126" | "130127" | "130128" | "130129" | "130130" | "130131" | "130132" | "130133" | "130171" | "130172" | "130181" | "130183" | "130184" | "SJZ-ETDZ" | "SJZ-FTZ";
            /** @enum {string} */
            degree: "any" | "college" | "bachelor" | "master" | "doctor";
            /** @enum {string} */
            degreeType: "any" | "bachelor" | "master" | "doctor";
            duties: string;
            /** @enum {string} */
            experience: "any" | "fresh" | "years_1" | "years_3" | "years_5" | "years_10";
            headcount: number;
            majors: string;
            payMax?: number | null;
            payMin?: number | null;
            title: string;
            /** @enum {string} */
            titleRank: "any" | "junior" | "intermediate" | "deputy_senior" | "senior";
            /** @enum {string} */
            university: "any" | "double_first_class" | "project_985" | "project_211" | "overseas";
            /** @description The last day on which it is shown, `2026-06-30`. */
            validUntil: string;
            workplace: string;
            zone: string;
        };
        PositionPage: {
            items: components["schemas"]["PositionView"][];
            next?: string;
            /** @description How many there are in all. */
            total?: number;
        };
        PositionReturnInput: {
            ids: string[];
            reason: string;
        };
        PositionView: {
            actions: string[];
            benefits: string;
            /** @enum {string} */
            category: "research" | "engineering" | "production" | "medical" | "teaching" | "management" | "marketing" | "logistics" | "finance" | "administration";
            contactMail: string;
            contactName: string;
            contactPhone: string;
            countyCode: string;
            /** @enum {string} */
            degree: "any" | "college" | "bachelor" | "master" | "doctor";
            /** @enum {string} */
            degreeType: "any" | "bachelor" | "master" | "doctor";
            duties: string;
            /** @enum {string} */
            experience: "any" | "fresh" | "years_1" | "years_3" | "years_5" | "years_10";
            fairId: string;
            flags: components["schemas"]["FlagView"][];
            headcount: number;
            id: string;
            majors: string;
            number: number;
            organisationId: string;
            organisationName: string;
            participationId: string;
            payMax: number | null;
            payMin: number | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "approved" | "removed";
            stateReason: string | null;
            /** Format: date-time */
            submittedAt: string | null;
            title: string;
            /** @enum {string} */
            titleRank: "any" | "junior" | "intermediate" | "deputy_senior" | "senior";
            /** @enum {string} */
            university: "any" | "double_first_class" | "project_985" | "project_211" | "overseas";
            /** Format: date-time */
            updatedAt: string;
            validUntil: string;
            version: number;
            workplace: string;
            zone: string;
        };
        PreviewedInput: {
            /** @description Of the preview, so that nothing else is told or decided. */
            digest: string;
            plan: components["schemas"]["PlanInput"];
        };
        PreviewInput: {
            plan: components["schemas"]["PlanInput"];
        };
        ProblemView: {
            code: string;
            field: string;
            message: string;
        };
        ProjectContentView: {
            /** @description To the edition’s questions, by code. */
            answers: {
                [key: string]: unknown;
            };
            division: string | null;
            field: string | null;
            group: string | null;
            landing: string[];
            /** @enum {string} */
            language: "zh" | "en";
            materials: components["schemas"]["MaterialView"][];
            members: components["schemas"]["MemberView"][];
            organisation: components["schemas"]["ProjectOrganisationView"];
            region: string | null;
            summary: string;
            title: string;
            undertaking: boolean;
            /** @description Which wording of it was confirmed. */
            undertakingDigest: string | null;
        };
        ProjectEditionView: {
            code: string;
            id: string;
            name: components["schemas"]["LocalTextView"];
            timeZone: string;
        };
        ProjectInput: {
            /** @description To the edition’s questions, by code. */
            answers?: {
                [key: string]: unknown;
            } | null;
            division?: string | null;
            field?: string | null;
            group?: string | null;
            landing: string[];
            /** @enum {string} */
            language: "zh" | "en";
            members: components["schemas"]["MemberInput"][];
            organisation: components["schemas"]["ProjectOrganisationInput"];
            region?: string | null;
            summary: string;
            title: string;
            undertaking: boolean;
            /** @description Which wording is confirmed, as the edition tells it; the present one where absent. */
            undertakingDigest?: string | null;
        };
        ProjectOffersView: {
            /** @description Whether the project may be offered to somebody now. */
            may: boolean;
            offer: components["schemas"]["OpenOfferView"] | null;
            readers: components["schemas"]["FormerReaderView"][];
        };
        ProjectOrganisationInput: {
            code: string;
            country: string;
            name: string;
        };
        ProjectOrganisationView: {
            code: string;
            country: string;
            name: string;
        };
        ProjectPage: {
            items: components["schemas"]["ProjectRow"][];
            next?: string;
            /** @description How many more the reader is recused from, whatever the filters. */
            recused: number;
            total: number;
        };
        ProjectRecusalsView: {
            dismissed: components["schemas"]["DismissedRecusalView"][];
            recused: components["schemas"]["ProjectRecusalView"][];
            /** @description Who of the staff reads the project, the reader excepted. */
            staff: components["schemas"]["StaffNameView"][];
        };
        ProjectRecusalView: {
            /** Format: date-time */
            at: string | null;
            /** @description Whether it may be dismissed here: not who belongs to it, nor what a panel decided. */
            dismissible: boolean;
            name: string;
            personId: string;
            /** @description Null where the record or a panel recuses them. */
            reason: string | null;
            /** @enum {string} */
            why: "belongs" | "organisation" | "declared" | "staff" | "elsewhere";
        };
        ProjectRow: {
            /** Format: date-time */
            correctionDueAt: string | null;
            division: string | null;
            field: string | null;
            group: string | null;
            id: string;
            /** @enum {string} */
            language: "zh" | "en";
            /** @description For staff: whether a submission came after the deadline. */
            late?: boolean;
            number: string | null;
            organisationName: string;
            /** @description For staff: whether its time for a correction is over. */
            overdue?: boolean;
            region: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn";
            submissions: number;
            /** Format: date-time */
            submittedAt: string | null;
            title: string;
        };
        ProjectView: {
            actions: ("edit" | "submit" | "withdraw" | "accept" | "return" | "reject" | "prolong" | "reopen" | "uphold")[];
            /** @description The working copy for its owner and its members, the last submission for everyone else. */
            content: components["schemas"]["ProjectContentView"];
            edition: components["schemas"]["ProjectEditionView"];
            history: components["schemas"]["HistoryItem"][];
            id: string;
            /** @description For its owner: what is still missing. */
            missing: components["schemas"]["ProblemView"][];
            number: string | null;
            /** @enum {string} */
            role: "owner" | "teammate" | "former" | "checker" | "reader";
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn";
            submissions: number;
            /** Format: date-time */
            submittedAt: string | null;
            version: number;
            window: components["schemas"]["SubmissionWindowView"];
        };
        ProlongInput: {
            /**
             * Format: date-time
             * @description Until when the correction may be handed in from now on.
             */
            dueAt: string;
            /** @description A word for the entrant. */
            text?: string | null;
        };
        PublicPosition: {
            benefits: string;
            category: string;
            /** @description Only where the employer chose to publish it. */
            contact: components["schemas"]["ContactView"] | null;
            countyCode: string;
            degree: string;
            degreeType: string;
            duties: string;
            employer: string;
            experience: string;
            fairId: string;
            headcount: number;
            id: string;
            /** @description schema.org JobPosting. */
            jobPosting: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            listedAt: string;
            majors: string;
            number: number;
            payMax: number | null;
            payMin: number | null;
            title: string;
            titleRank: string;
            university: string;
            validUntil: string;
            workplace: string;
            zone: string;
        };
        PublishNoticeInput: {
            /** @description Of the kind that the edition sets. */
            days: number;
            /** @enum {string} */
            kind: "advancement" | "awards";
            /** @description With who waits; for `advancement` alone. */
            waiting?: boolean | null;
        };
        QuestionView: {
            code: string;
            /** @description Of numbers: the most decimals. */
            decimals?: number;
            /** @description Whether the jury reads the answer; not where absent. */
            forJudges?: boolean;
            /** @description The groups it is asked of; all where absent. */
            groups?: string[];
            help?: components["schemas"]["LocalTextView"];
            /** @enum {string} */
            kind: "text" | "longText" | "number" | "date" | "choice" | "choices" | "yesNo";
            max?: number | string;
            /** @description Of texts. */
            maxLength?: number;
            /** @description Of numbers and days. */
            min?: number | string;
            name: components["schemas"]["LocalTextView"];
            /** @description Of choices. */
            options?: components["schemas"]["NamedView"][];
            /** @description Whether the answer is about the leader as a person. */
            personal?: boolean;
            required: boolean;
            /** @description Of numbers. */
            unit?: components["schemas"]["LocalTextView"];
        };
        QueuePage: {
            items: components["schemas"]["QueueRow"][];
            next?: string;
            /** @description How many more wait that the reader is recused from, whatever the filters. */
            recused: number;
            total: number;
        };
        QueueRow: {
            /** @description Who checks it at present. */
            claim: components["schemas"]["ClaimViewDto"] | null;
            /** Format: date-time */
            correctionDueAt: string | null;
            division: string | null;
            field: string | null;
            group: string | null;
            id: string;
            /** @enum {string} */
            language: "zh" | "en";
            /** @description For staff: whether a submission came after the deadline. */
            late?: boolean;
            number: string | null;
            organisationName: string;
            /** @description For staff: whether its time for a correction is over. */
            overdue?: boolean;
            region: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn";
            submissions: number;
            /** Format: date-time */
            submittedAt: string | null;
            title: string;
            /** @description Of how many of them that cannot be told. */
            unknownRules: number | null;
            /** @description How many conditions of entry, as they are now, it fails as it was handed in last. */
            unmetRules: number | null;
        };
        QuotaInput: {
            places: number;
            /** @description Any name of the university. */
            university: string;
        };
        QuotasInput: {
            items: components["schemas"]["QuotaInput"][];
        };
        QuotaView: {
            places: number;
            /** @description Invited or accepted. */
            taken: number;
            university: string;
        };
        ReadinessStepView: {
            /** @enum {string} */
            state: "done" | "waiting" | "todo" | "blocked" | "later";
            /** @enum {string} */
            step: "licence" | "vetting" | "participation" | "positions" | "booth";
        };
        ReadinessView: {
            /** @description Kinds of evidence still missing. */
            missingEvidence: string[];
            organisationId: string;
            organisationName: string;
            participation: components["schemas"]["OwnParticipation"] | null;
            steps: components["schemas"]["ReadinessStepView"][];
        };
        ReasonInput: {
            reason: string;
        };
        ReasonView: {
            code: string;
            /** @description When it is meant. */
            help?: components["schemas"]["LocalTextView"];
            name: components["schemas"]["LocalTextView"];
        };
        RecoveryCodes: {
            /** @description Told once; each stands in for the device once */
            codes: string[];
        };
        RecusalInput: {
            /** Format: uuid */
            entryId: string;
            reason: string;
            /** @description Whom it concerns; a judge’s own seat where absent. */
            seatNo?: number | null;
        };
        RedeemInput: {
            lateCode: string;
        };
        ReferenceView: {
            counties: components["schemas"]["NamedCode"][];
            industries: components["schemas"]["IndustryView"][];
        };
        RegionView: {
            code: string;
            name: components["schemas"]["LocalTextView"];
            timeZones: string[];
        };
        RegisteredDeviceView: {
            event: components["schemas"]["EventView"];
            gateId: string;
            id: string;
            name: string;
            token: string;
        };
        ReissueInput: {
            /** @description Who is named on it, in this order. */
            members: string[];
            organisation: string;
            title: string;
        };
        RejectInput: {
            /** @description One of the edition’s. */
            reasonCode: string;
            submission: number;
            text: string;
        };
        ReopenInput: {
            /** Format: uuid */
            entryId: string;
            reason: string;
            seatNo: number;
        };
        ReplaceInput: {
            /**
             * Format: uuid
             * @description Who withdrew or gave up.
             */
            entryId: string;
            reason: string;
        };
        RereviewInput: {
            entryIds: string[];
            /** @description More judges for each. */
            judges: number;
            reason: string;
        };
        RescalingInput: {
            /** @description As the plan says where absent. */
            minSheets?: number | null;
            /** @enum {string} */
            normalisation: "none" | "z_score" | "additive" | "robust";
            /** @description It stays on record, and stands in the results. */
            reason: string;
        };
        ReturnInput: {
            /**
             * Format: date-time
             * @description Until when the correction may be handed in.
             */
            dueAt: string;
            /** @description One of the edition’s. */
            reasonCode: string;
            submission: number;
            /** @description What is to be corrected, in words for the entrant. */
            text: string;
        };
        RevocationInput: {
            reason: string;
        };
        RevokeCertificateInput: {
            /** @description Whoever checks the certificate reads it. */
            reason: string;
        };
        RevokeNoticeInput: {
            /** @description Everybody reads it. */
            reason: string;
        };
        RotateInput: {
            revoke: boolean;
        };
        RoundConfirmInput: {
            /** @description Why entries that diverge are not looked at again; needed where there are any. */
            divergence?: string | null;
            /** @description Needed where entries have too few sheets. */
            reason?: string | null;
        };
        RoundPlanInput: {
            awayFromHome: boolean;
            composition: components["schemas"]["CompositionInput"][];
            connected: boolean;
            /** @description Costs of a judge who knows the field, the division alone, neither. */
            costs: components["schemas"]["MismatchInput"];
            /** @description In hundredths. */
            divergence: number;
            judgesPerEntry: number;
            keep: number;
            /**
             * @description Of sheets after the end of the stage; marked where absent.
             * @enum {string|null}
             */
            lateSheets?: "marked" | "refused" | null;
            level: number;
            /** @description A fifth below and above the mean where absent. */
            load?: components["schemas"]["LoadInput"] | null;
            minSheets: number;
            /** @enum {string} */
            normalisation: "none" | "z_score" | "additive" | "robust";
            onePerInstitution: boolean;
            /** @description Whether entries are kept from judges who did not declare their language; not where absent. */
            readLanguages?: boolean | null;
            /** @description Whether closing it opens another look at what diverges; not where absent. */
            reopensDivergent?: boolean | null;
            /** @description Entries of a division that any two judges of it have in common; none where absent. */
            sharedByPanels?: number | null;
        };
        RoundRulingInput: {
            /** @description All entries that share the place, best first. */
            entryIds: string[];
            /** @description It stays on record, and stands in the results. */
            reason: string;
        };
        RsvpInput: {
            /** @enum {string} */
            answer: "yes" | "no";
            /** @description Of the consent to sharing with employers, where it was given. */
            employersVersion?: string | null;
            /** @description Of the privacy notice that was agreed to; needed for a yes. */
            privacyVersion?: string | null;
            token: string;
        };
        RsvpResult: {
            /** @enum {string} */
            state: "invited" | "accepted" | "declined" | "revoked";
            /** @description Opens the ticket; told this once. */
            ticketToken: string | null;
        };
        RsvpText: {
            en: string;
            zh: string;
        };
        RsvpToken: {
            token: string;
        };
        RsvpView: {
            /** Format: date-time */
            closesAt: string;
            fair: components["schemas"]["RsvpText"];
            name: string;
            /** Format: date-time */
            opensAt: string;
            /** @enum {string} */
            state: "invited" | "accepted" | "declined" | "revoked";
            takesAnswers: boolean;
            timeZone: string;
            venue: components["schemas"]["RsvpText"];
        };
        RunInput: {
            /** @description The search ends after so many. */
            seconds?: number | null;
            seed?: number | null;
        };
        SavedProject: {
            /** @description What is still missing before it can be handed in. */
            missing: components["schemas"]["ProblemView"][];
            /** Format: date-time */
            savedAt: string;
            version: number;
        };
        ScanAnswerView: {
            /** @enum {string} */
            answer: "accepted" | "refused";
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            direction: "in" | "out";
            first: components["schemas"]["FirstAdmission"] | null;
            id: string;
            /** @enum {string|null} */
            reason: "unreadable" | "bad_signature" | "wrong_event" | "expired" | "unknown_ticket" | "revoked" | "gate_closed" | "event_not_open" | "already_inside" | "reentry_not_allowed" | "not_inside" | "capacity_reached" | null;
            ticket: components["schemas"]["ScannedTicket"] | null;
        };
        ScanBatchAnswer: {
            results: components["schemas"]["BatchResult"][];
        };
        ScanBatchBody: {
            scans: components["schemas"]["ScanBody"][];
            /** Format: date-time */
            sentAt: string;
        };
        ScanBody: {
            code?: string | null;
            /** Format: date-time */
            deviceAt: string;
            /** @enum {string} */
            direction: "in" | "out";
            /** Format: uuid */
            gateId: string;
            /** Format: uuid */
            id: string;
            number?: string | null;
        };
        ScanFailure: {
            code: string;
            detail: string;
        };
        ScannedTicket: {
            holderName: string;
            kind: string;
            number: string;
        };
        ScanPage: {
            items: components["schemas"]["ScanRowView"][];
            next?: string;
        };
        ScanRowView: {
            /** @enum {string} */
            answer: "accepted" | "refused";
            /** @enum {string|null} */
            answerReason: "unreadable" | "bad_signature" | "wrong_event" | "expired" | "unknown_ticket" | "revoked" | "gate_closed" | "event_not_open" | "already_inside" | "reentry_not_allowed" | "not_inside" | "capacity_reached" | null;
            /** Format: date-time */
            correctedAt: string;
            deviceId: string;
            /** @enum {string} */
            direction: "in" | "out";
            gateId: string;
            holderName: string | null;
            id: string;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            ruling: "accepted" | "refused";
            /** @enum {string|null} */
            rulingReason: "unreadable" | "bad_signature" | "wrong_event" | "expired" | "unknown_ticket" | "revoked" | "gate_closed" | "event_not_open" | "already_inside" | "reentry_not_allowed" | "not_inside" | "capacity_reached" | null;
            ticketNumber: string | null;
        };
        ScreenInput: {
            /** @description Where the screen stands. */
            label: string;
        };
        ScreenToken: {
            token: string;
        };
        ScreenView: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            label: string;
        };
        SearchAnswer: {
            facets: components["schemas"]["FacetsView"];
            items: components["schemas"]["ListedPosition"][];
            next?: string;
            total: number;
        };
        SeatInput: {
            creditCode?: string | null;
            /** @description A kind of judge of the edition. */
            kind: string;
            /** @description Where the judge works; entries of that organisation are recused by themselves. */
            organisationName?: string | null;
            /**
             * Format: uuid
             * @description Who holds the role of judge in this session or its edition.
             */
            personId: string;
            seatNo: number;
        };
        SecondFactorBody: {
            /** @description Six digits of the authenticator, or a recovery code */
            code: string;
        };
        SendingView: {
            count: number;
            /** @description See `/jobs/{id}`. */
            jobId: string;
        };
        SendInput: {
            /** @enum {string} */
            which: "unsent" | "unanswered";
        };
        SendMailingInput: {
            audience: components["schemas"]["AudienceInput"];
            /** @description How many were told by the preview. */
            recipients: number;
            subject: components["schemas"]["SubjectInput"];
            /** @description May name {name}, {title}, {number}, {edition}. */
            text: components["schemas"]["BodyInput"];
        };
        SessionDeviceList: {
            items: components["schemas"]["SessionDeviceView"][];
        };
        SessionDeviceView: {
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: uuid */
            id: string;
            ip: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @enum {string} */
            method: "password" | "code" | "invitation" | "sign_up";
            userAgent: string;
        };
        SessionInput: {
            name: string;
            pitchMinutes?: number | null;
            questionMinutes?: number | null;
            /** @description The region whose heat it is. */
            regionCode?: string | null;
            room: string;
            stageCode: string;
            /** @description What separates equal results, in order: codes of criteria, `untrimmed`, or `stage:` and the code of an earlier stage. As the stage says, where absent. */
            ties?: string[] | null;
            /** @description IANA name; the edition’s zone where absent. */
            timeZone?: string | null;
        };
        SessionPlanInput: {
            /** @description On the clocks of the room, such as 2026-11-24T14:30; no planned start where absent. */
            startsAt?: string | null;
        };
        SessionView: {
            features: components["schemas"]["Features"];
            grants: components["schemas"]["GrantView"][];
            /** @description In force now */
            permissions: ("account.self" | "person.manage" | "role.grant" | "audit.read" | "organisation.own" | "organisation.vet" | "edition.manage" | "project.own" | "project.read" | "project.check" | "review.manage" | "review.score" | "roadshow.manage" | "roadshow.chair" | "roadshow.stage" | "roadshow.score" | "roadshow.record" | "roadshow.witness" | "screen.manage" | "fair.manage" | "participation.vet" | "position.review" | "invitation.manage" | "gate.manage" | "gate.scan" | "attendance.read" | "demand.own")[];
            /** @description Null where nobody is signed in */
            person?: components["schemas"]["AccountPerson"] | null;
            /** @description Whether the privacy notice in force was agreed to */
            privacyAgreed: boolean;
            /** @description Whether this session passed its second factor */
            secondFactor: boolean;
            secondFactorEnrolled: boolean;
            /** @description Whether some role waits for a second factor */
            secondFactorRequired: boolean;
            site: components["schemas"]["Site"];
        };
        SheetBody: {
            comment?: string | null;
            /** @description The revision of the own sheet that the client holds; 0 where it holds none. */
            revision: number;
            /** @description Hundredths by criterion code. */
            scores: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Made by the client for this submission; its repetitions carry the same.
             */
            sheetKey: string;
        };
        SignatureBackInput: {
            /** Format: uuid */
            entryId?: string | null;
            reason: string;
            /** @description The chair’s where neither seat nor entry is named. */
            seatNo?: number | null;
        };
        SignatureInput: {
            /** @description Everybody’s who is expected to sign. */
            all?: boolean | null;
            /** @description Of the totals that the signed paper shows. */
            digest: string;
            /** Format: uuid */
            entryId?: string | null;
            /** @description The chair’s where neither seat nor entry is named. */
            seatNo?: number | null;
        };
        SignedIn: {
            /** Format: date-time */
            expiresAt: string;
        };
        SignInCodeInput: {
            /** @description A mail address or phone number */
            login: string;
        };
        SignInInput: {
            /**
             * Format: uuid
             * @description The entry that signs in.
             */
            entryId?: string | null;
            /** @description The judge who signs in, by seat. */
            seatNo?: number | null;
            /** @description Names of an entry’s speakers, whose identity was checked. */
            speakers?: string[] | null;
        };
        SignOutInput: {
            /** Format: uuid */
            entryId?: string | null;
            reason: string;
            seatNo?: number | null;
        };
        SignUpBody: {
            /** @description A mail address or phone number */
            address: string;
            code: string;
            /** @enum {string} */
            locale: "zh" | "en";
            name: string;
            password: string;
            /** @description The version of the privacy notice agreed to */
            privacyVersion: string;
        };
        SignUpCodeInput: {
            /** @description A mail address or phone number */
            address: string;
        };
        SingleScanBody: {
            code?: string | null;
            /** Format: date-time */
            deviceAt: string;
            /** @enum {string} */
            direction: "in" | "out";
            /** Format: uuid */
            gateId: string;
            /** Format: uuid */
            id: string;
            number?: string | null;
            /** Format: date-time */
            sentAt: string;
        };
        Site: {
            icp?: string | null;
            police?: string | null;
        };
        SlideInput: {
            /** @description At the beginning where absent. */
            beforePlace?: number | null;
            textEn?: string | null;
            textZh?: string | null;
            titleEn?: string | null;
            titleZh: string;
        };
        StaffNameView: {
            name: string;
            personId: string;
        };
        StaffRecusalInput: {
            /** Format: uuid */
            personId: string;
            /** @description Organisers read it. */
            reason: string;
        };
        StageDatesBody: {
            /** Format: date-time */
            closesAt?: string | null;
            /** Format: date-time */
            opensAt?: string | null;
        };
        StageOverview: {
            /** @description What keeps the stage from being opened, or waits in it. */
            blockers: components["schemas"]["ProblemView"][];
            /** Format: date-time */
            closesAt: string | null;
            code: string;
            /** @description Projects by what became of them in this stage. */
            counts: {
                [key: string]: number;
            };
            /** @description How long after its end a submission still counts, marked late. */
            graceMinutes?: number;
            /** @enum {string} */
            kind: "submission" | "eligibility" | "review" | "roadshow" | "notice" | "matching";
            name: components["schemas"]["LocalTextView"];
            /** Format: date-time */
            opensAt: string | null;
            settings: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "planned" | "open" | "closed";
        };
        StageView: {
            /** Format: date-time */
            closesAt: string | null;
            code: string;
            /** @description How long after its end a submission still counts, marked late. */
            graceMinutes?: number;
            /** @enum {string} */
            kind: "submission" | "eligibility" | "review" | "roadshow" | "notice" | "matching";
            name: components["schemas"]["LocalTextView"];
            /** Format: date-time */
            opensAt: string | null;
            /** @enum {string} */
            state: "planned" | "open" | "closed";
        };
        StandingView: {
            explanation: components["schemas"]["LocalTextView"];
            publishedAt: string;
            stage: components["schemas"]["LocalTextView"];
            /** @enum {string} */
            status: "advances" | "wildcard" | "waiting" | "out" | "left" | "struck";
            /** @description Its number on the waiting list. */
            waiting: number | null;
        };
        StatisticsPartView: {
            code: string;
            name: components["schemas"]["LocalTextView"];
        };
        StatisticsView: {
            /** @description By which projects come. */
            channels: components["schemas"]["StatisticsPartView"][];
            /** @description The days of registration, up to today. */
            days: components["schemas"]["SubmissionDayView"][];
            edition: components["schemas"]["StatisticsPartView"];
            funnel: components["schemas"]["FunnelView"];
            groups: components["schemas"]["StatisticsPartView"][];
            /** @description Stages that judge, in their order; of all groups and channels. */
            judging: components["schemas"]["JudgedStageView"][];
            /** @description How many more projects the reader is recused from, which count in no number. */
            recused: number;
            /** @description IANA name; days are told in it. */
            timeZone: string;
        };
        StopInput: {
            /** @description Says something else of the stop that is there, and stops nothing. */
            changes?: boolean | null;
            reason: string;
            /** @description When it goes on, on the clocks of the room; screens say so. */
            resumesAt?: string | null;
        };
        SubjectInput: {
            en: string;
            zh: string;
        };
        SubmissionDayView: {
            count: number;
            /** @description Such as `2026-11-24`, in the time zone of the edition. */
            day: string;
        };
        SubmissionDifferenceView: {
            answers: components["schemas"]["ValueChangeView"][];
            fields: components["schemas"]["ValueChangeView"][];
            from: number;
            materials: components["schemas"]["MaterialChangeView"][];
            members: components["schemas"]["MemberChangeView"][];
            to: number;
        };
        SubmissionReceipt: {
            /** Format: date-time */
            at: string;
            number: string;
            /** @description Which submission of this project it is, from 1. */
            submission: number;
            version: number;
        };
        SubmissionView: {
            /**
             * Format: date-time
             * @description When its request reached the server.
             */
            at: string;
            content: components["schemas"]["ProjectContentView"];
            /**
             * @description Why it counts although it came after the deadline.
             * @enum {string|null}
             */
            late: "grace" | "code" | null;
            /** @description Which submission of the project it is, from 1. */
            submission: number;
            /** @description How many there are. */
            submissions: number;
        };
        SubmissionWindowView: {
            /** Format: date-time */
            deadline?: string;
            /**
             * @description The deadline has passed; this still lets it in.
             * @enum {string}
             */
            late?: "grace" | "code";
            /** @description Why it cannot be handed in, in the reader’s language. */
            message?: string;
            open: boolean;
            /** @description For its owner: whether a late code would let it in. */
            takesCode?: boolean;
        };
        SubmitInput: {
            /** @description Absent: all that can be submitted. */
            ids?: string[] | null;
        };
        SubmittedView: {
            submitted: number;
        };
        TakeBackInput: {
            /** @description Why the decision is taken back, in words for the entrant. */
            reason: string;
        };
        TakenView: {
            projectId: string;
        };
        TaskList: {
            items: components["schemas"]["TaskView"][];
        };
        TaskView: {
            /** @description How many things wait */
            count?: number | null;
            /** @description How far it is, where, what comes next */
            detail?: components["schemas"]["LocalTextView"] | null;
            /** Format: date-time */
            dueAt?: string | null;
            /** @description The page where it is done */
            href: string;
            kind: string;
            /** @description Whether it happens at this moment and others wait for it */
            live?: boolean | null;
            /**
             * Format: date-time
             * @description Since when the longest of what waits has waited
             */
            since?: string | null;
            /** @description IANA name of the zone by whose clocks it is due */
            timeZone?: string | null;
            title: components["schemas"]["LocalTextView"];
        };
        TeamMemberView: {
            /** @description What who reads it may do. */
            acts: ("invite" | "withdraw")[];
            /**
             * Format: date-time
             * @description When they came to stand so.
             */
            at: string | null;
            invitationId: string | null;
            mail: string;
            /** @enum {string} */
            standing: "lead" | "none" | "invited" | "accepted" | "declined" | "withdrawn" | "lapsed" | "left" | "expired" | "changed";
        };
        TeamOfferView: {
            /** @description Whether they accepted before and are named otherwise since. */
            changed: boolean;
            edition: components["schemas"]["LocalTextView"];
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** @description Who leads the project. */
            lead: string;
            /** @description The name under which the team names them. */
            name: string;
            number: string | null;
            role: string;
            /** @description Basis points. */
            share: number | null;
            /** @description IANA name of the edition’s zone. */
            timeZone: string;
            title: string;
        };
        TeamTokenInput: {
            /** @description From the link of the invitation. */
            token: string;
        };
        TeamView: {
            /** @description In the order of the team. */
            members: components["schemas"]["TeamMemberView"][];
            /** @description How many members do not agree to take part as they are named. */
            unconfirmed: number;
        };
        TermsInput: {
            /** @description The wording that the judge read; that which stands where nothing is said. */
            terms?: string | null;
            /** @description Organisations that the judge has a tie to. */
            ties?: string[] | null;
        };
        TicketEvent: {
            /** Format: date-time */
            closesAt: string;
            nameEn: string;
            nameZh: string;
            /** Format: date-time */
            opensAt: string;
            placeEn: string;
            placeZh: string;
            /** @description IANA name; its hours are told in it. */
            timeZone: string;
        };
        TicketPage: {
            items: components["schemas"]["TicketRowView"][];
            next?: string;
        };
        TicketRowView: {
            admissions: number;
            /** Format: date-time */
            firstAdmittedAt: string | null;
            holderName: string;
            /** @enum {string} */
            holderType: "person" | "invitation" | "walk_up";
            id: string;
            inside: boolean;
            kind: string;
            number: string;
            /** @enum {string} */
            state: "valid" | "revoked";
        };
        TicketToken: {
            ticketToken: string;
        };
        TieChainInput: {
            /** @description What separates equal results, in order: codes of criteria, `untrimmed`, or `stage:` and the code of an earlier stage. As the stage says, where absent. */
            ties?: string[] | null;
        };
        TieInput: {
            /** Format: uuid */
            entryId: string;
            reason: string;
        };
        TieRulingInput: {
            /** @description All entries that share the place, best first. */
            entryIds: string[];
            reason: string;
        };
        TimelineStep: {
            /** Format: date-time */
            at: string;
            by?: string;
            /** Format: date-time */
            dueAt?: string;
            /** @enum {string} */
            kind: "created" | "submitted" | "accepted" | "returned" | "rejected" | "reopened" | "prolonged" | "withdrawn" | "transferred" | "moved" | "appealed" | "upheld" | "dismissed" | "late_code" | "standing" | "listed" | "struck" | "notice_concluded" | "notice_revoked" | "certificate" | "certificate_revoked";
            /** @enum {string} */
            late?: "grace" | "code";
            /** @description The public notice, whose page everybody may read. */
            noticeId?: string;
            reason?: components["schemas"]["LocalTextView"];
            /** @description Such as the award. */
            result?: components["schemas"]["LocalTextView"];
            /** @description Of which stage. */
            stage?: components["schemas"]["LocalTextView"];
            /** @description Which submission it is about. */
            submission?: number;
            text?: string;
            to?: string;
        };
        TimelineView: {
            next: components["schemas"]["NextStepView"];
            /** @description Oldest first. */
            steps: components["schemas"]["TimelineStep"][];
        };
        TimerInput: {
            /** @enum {string} */
            action: "pause" | "resume" | "add";
            /** Format: uuid */
            entryId: string;
            /** @description For `add`. */
            seconds?: number | null;
        };
        TokenBody: {
            token: string;
        };
        TokenInput: {
            token: string;
        };
        TotpConfirmBody: {
            code: string;
        };
        TwinReasonView: {
            /** @enum {string} */
            kind: "person" | "leader" | "organisation" | "title" | "summary" | "wording";
            /** @description Of texts, in whole per cent. */
            likeness: number | null;
            /** @description With what it rests on. */
            text: components["schemas"]["LocalTextView"];
        };
        TwinsView: {
            /** @description The strongest suspicion first. */
            items: components["schemas"]["TwinView"][];
            /** @description Whether there are more than are listed. */
            more: boolean;
        };
        TwinView: {
            id: string | null;
            number: string;
            organisationName: string | null;
            reasons: components["schemas"]["TwinReasonView"][];
            /** @enum {string|null} */
            state: "draft" | "submitted" | "returned" | "accepted" | "rejected" | "withdrawn" | null;
            title: string | null;
        };
        ValueChangeView: {
            /** @description Such as `organisation.name`; of an answer, the code of its question. */
            field: string;
            new: components["schemas"]["LocalTextView"] | null;
            old: components["schemas"]["LocalTextView"] | null;
            /** @description What the edition asks; of answers alone. */
            question?: components["schemas"]["LocalTextView"];
        };
        VerifiedCertificate: {
            award: components["schemas"]["LocalTextView"];
            division: components["schemas"]["LocalTextView"];
            edition: components["schemas"]["LocalTextView"];
            issuedAt: string;
            members: string[];
            number: string;
            organisation: string;
            replacedBy: string | null;
            replaces: string | null;
            revokedAt: string | null;
            revokeReason: string | null;
            /** @description IANA name; its days are told in it. */
            timeZone: string;
            title: string;
        };
        VerifyInput: {
            /** @description The check code, as printed. */
            code: string;
        };
        VoidInput: {
            /** Format: uuid */
            keyingId: string;
            reason: string;
        };
        WalkUpInput: {
            holderName: string;
            /** @enum {string} */
            kind: "visitor" | "graduate" | "employer" | "staff" | "press";
        };
        WalkUpView: {
            ticket: components["schemas"]["TicketRowView"];
            token: string;
        };
        WithdrawalView: {
            /** @description Whether a notice of awards lists it, so that it cannot be withdrawn. */
            awarded: boolean;
            givesUp: components["schemas"]["GivenUpView"][];
            /** @description Whether a reason has to be given, since a published place is given up. */
            needsReason: boolean;
        };
        WithdrawInput: {
            /** @description Whoever reads the project’s history reads it. Needed where a published place is given up. */
            reason?: string | null;
        };
        WitnessInput: {
            /** @description Of what was looked at, so that nothing else is witnessed. */
            digest: string;
            /** @description Needed with an objection. */
            remark?: string | null;
            /** @enum {string} */
            subject: "draw" | "totals" | "confirmation";
            /** @enum {string} */
            verdict: "witnessed" | "objected";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
