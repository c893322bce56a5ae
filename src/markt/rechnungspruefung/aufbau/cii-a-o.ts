/**
 * The types of UN/CEFACT Cross Industry Invoice D16B that an invoice can reach, A to O. A line a type: its elements in their
 * order; `?` at most once, `*` any number, `+` at least once, else exactly once. After a further colon the type: nothing means
 * the type of the same name; without that colon it follows from the end of the name. `|`: one of them.
 */
export const ciiErsterTeil = `
AdvancePayment: ram:PaidAmount ram:FormattedReceivedDateTime?:FormattedDateTime ram:IncludedTradeTax*:TradeTax
AppliedAllowanceCharge: ram:ActualAmount? ram:Description? ram:ReasonCode? ram:CalculationPercent? ram:BasisAmount?
  ram:ChargeIndicator ram:CategoryAppliedTax?:AppliedTax
AppliedTax: ram:CalculatedAmount? ram:TypeCode? ram:CalculatedRate? ram:BasisAmount? ram:TaxPointDate?:Date
AvailablePeriod: ram:StartDateTime? ram:EndDateTime? ram:Description?
BasicWorkItem: ram:ID ram:ReferenceID? ram:PrimaryClassificationCode* ram:AlternativeClassificationCode* ram:TypeCode*
  ram:Comment* ram:TotalQuantity? ram:TotalQuantityClassificationCode? ram:IndexValue?:zahl ram:StatusCode*
  ram:ReferenceFileBinaryObject* ram:Index? ram:RequestedActionCode* ram:PriceListItemID? ram:ContractualLanguageCode?
  ram:ActualWorkItemComplexDescription*:WorkItemComplexDescription
  ram:TotalQuantityWorkItemQuantityAnalysis*:WorkItemQuantityAnalysis ram:UnitCalculatedPrice*:CalculatedPrice
  ram:TotalCalculatedPrice*:CalculatedPrice ram:SubordinateBasicWorkItem*:BasicWorkItem
  ram:ChangedRecordedStatus*:RecordedStatus ram:ItemBasicWorkItem*:BasicWorkItem
  ram:ReferencedSpecifiedBinaryFile*:SpecifiedBinaryFile
BranchFinancialInstitution: ram:ID? ram:Name? ram:LocationFinancialInstitutionAddress?:FinancialInstitutionAddress
CalculatedPrice: ram:TypeCode* ram:ChargeAmount* ram:RelatedAppliedAllowanceCharge*:AppliedAllowanceCharge
ContactPerson: ram:GivenName? ram:MiddleName? ram:FamilyName?
CreditorFinancialAccount: ram:IBANID? ram:AccountName? ram:ProprietaryID?
CreditorFinancialInstitution: ram:BICID? ram:CHIPSUniversalID? ram:NewZealandNCCID? ram:IrishNSCID? ram:UKSortCodeID?
  ram:CHIPSParticipantID? ram:SwissBCID? ram:FedwireRoutingNumberID? ram:PortugueseNCCID? ram:RussianCentralBankID?
  ram:ItalianDomesticID? ram:AustrianBankleitzahlID? ram:CanadianPaymentsAssociationID? ram:SICID? ram:GermanBankleitzahlID?
  ram:SpanishDomesticInterbankingID? ram:SouthAfricanNCCID? ram:HongKongBankID? ram:AustralianBSBID?
  ram:IndianFinancialSystemID? ram:HellenicBankID? ram:PolishNationalClearingID? ram:Name? ram:ClearingSystemName?
  ram:JapanFinancialInstitutionCommonID? ram:LocationFinancialInstitutionAddress?:FinancialInstitutionAddress
  ram:SubDivisionBranchFinancialInstitution?:BranchFinancialInstitution
CrossIndustryInvoice: rsm:ExchangedDocumentContext: rsm:ExchangedDocument: rsm:SupplyChainTradeTransaction:
  rsm:ValuationBreakdownStatement?:
Date: | udt:DateString:textMitFormat udt:Date:tag
DateTime: | udt:DateTimeString:textMitFormat udt:DateTime:zeitpunkt
DebtorFinancialAccount: ram:IBANID? ram:AccountName? ram:ProprietaryID?
DebtorFinancialInstitution: ram:BICID? ram:ClearingSystemName? ram:CHIPSUniversalID? ram:NewZealandNCCID? ram:IrishNSCID?
  ram:UKSortCodeID? ram:CHIPSParticipantID? ram:SwissBCID? ram:FedwireRoutingNumberID? ram:PortugueseNCCID?
  ram:RussianCentralBankID? ram:ItalianDomesticID? ram:AustrianBankleitzahlID? ram:CanadianPaymentsAssociationID? ram:SICID?
  ram:GermanBankleitzahlID? ram:SpanishDomesticInterbankingID? ram:SouthAfricanNCCID? ram:HongKongBankID? ram:AustralianBSBID?
  ram:IndianFinancialSystemID? ram:HellenicBankID? ram:PolishNationalClearingID? ram:Name?
  ram:JapanFinancialInstitutionCommonID? ram:LocationFinancialInstitutionAddress?:FinancialInstitutionAddress
  ram:SubDivisionBranchFinancialInstitution?:BranchFinancialInstitution
DeliveryAdjustment: ram:ReasonCode?:codeKurz ram:Reason* ram:ActualAmount* ram:ActualQuantity? ram:ActualDateTime?
DisposalInstructions: ram:MaterialID? ram:RecyclingDescriptionCode* ram:Description* ram:RecyclingProcedure*
DocumentContextParameter: ram:ID? ram:Value? ram:SpecifiedDocumentVersion?:DocumentVersion
DocumentLineDocument: ram:LineID? ram:ParentLineID? ram:LineStatusCode?:codeUri ram:LineStatusReasonCode? ram:IncludedNote*:Note
DocumentVersion: ram:ID? ram:Name? ram:IssueDateTime?
ExchangedDocument: ram:ID ram:Name* ram:TypeCode?:codeNameUri ram:IssueDateTime ram:CopyIndicator? ram:Purpose?
  ram:ControlRequirementIndicator? ram:LanguageID* ram:PurposeCode?:codeUri ram:RevisionDateTime? ram:VersionID? ram:GlobalID?
  ram:RevisionID? ram:PreviousRevisionID? ram:CategoryCode? ram:IncludedNote*:Note ram:EffectiveSpecifiedPeriod?:SpecifiedPeriod
  ram:IssuerTradeParty?:TradeParty
ExchangedDocumentContext: ram:SpecifiedTransactionID? ram:TestIndicator?
  ram:BusinessProcessSpecifiedDocumentContextParameter*:DocumentContextParameter
  ram:BIMSpecifiedDocumentContextParameter*:DocumentContextParameter
  ram:ScenarioSpecifiedDocumentContextParameter*:DocumentContextParameter
  ram:ApplicationSpecifiedDocumentContextParameter*:DocumentContextParameter
  ram:GuidelineSpecifiedDocumentContextParameter*:DocumentContextParameter
  ram:SubsetSpecifiedDocumentContextParameter*:DocumentContextParameter
  ram:MessageStandardSpecifiedDocumentContextParameter?:DocumentContextParameter
FinancialAdjustment: ram:ReasonCode? ram:Reason* ram:ActualAmount* ram:ActualQuantity? ram:ActualDateTime?
  ram:ClaimRelatedTradeParty?:TradeParty ram:InvoiceReferenceReferencedDocument?:ReferencedDocument
FinancialInstitutionAddress: ram:PostcodeCode? ram:BuildingNumber? ram:LineOne? ram:LineTwo? ram:LineThree? ram:LineFour?
  ram:LineFive? ram:StreetName? ram:CityName? ram:CountrySubDivisionID? ram:CountryID? ram:TypeCode? ram:DepartmentName?
  ram:PostOfficeBox? ram:CityID? ram:CountrySubDivisionName? ram:CountryName?
FormattedDateTime: qdt:DateTimeString:textMitFormat
GeographicalCoordinate: ram:AltitudeMeasure? ram:LatitudeMeasure? ram:LongitudeMeasure? ram:SystemID?
GroupedWorkItem: ram:ID ram:PrimaryClassificationCode* ram:AlternativeClassificationCode* ram:TypeCode* ram:Comment*
  ram:TotalQuantity? ram:Index? ram:RequestedActionCode* ram:PriceListItemID? ram:ContractualLanguageCode?
  ram:TotalCalculatedPrice*:CalculatedPrice ram:ItemGroupedWorkItem*:GroupedWorkItem ram:ItemBasicWorkItem*:BasicWorkItem
  ram:ChangedRecordedStatus*:RecordedStatus ram:ActualWorkItemComplexDescription*:WorkItemComplexDescription
  ram:ReferencedSpecifiedBinaryFile*:SpecifiedBinaryFile
HeaderTradeAgreement: ram:Reference* ram:BuyerReference? ram:SellerTradeParty?:TradeParty ram:BuyerTradeParty?:TradeParty
  ram:SalesAgentTradeParty?:TradeParty ram:BuyerRequisitionerTradeParty*:TradeParty
  ram:BuyerAssignedAccountantTradeParty?:TradeParty ram:SellerAssignedAccountantTradeParty?:TradeParty
  ram:BuyerTaxRepresentativeTradeParty?:TradeParty ram:SellerTaxRepresentativeTradeParty?:TradeParty
  ram:ProductEndUserTradeParty?:TradeParty ram:ApplicableTradeDeliveryTerms?:TradeDeliveryTerms
  ram:SellerOrderReferencedDocument?:ReferencedDocument ram:BuyerOrderReferencedDocument?:ReferencedDocument
  ram:QuotationReferencedDocument?:ReferencedDocument ram:OrderResponseReferencedDocument?:ReferencedDocument
  ram:ContractReferencedDocument?:ReferencedDocument ram:DemandForecastReferencedDocument?:ReferencedDocument
  ram:SupplyInstructionReferencedDocument?:ReferencedDocument ram:PromotionalDealReferencedDocument?:ReferencedDocument
  ram:PriceListReferencedDocument?:ReferencedDocument ram:AdditionalReferencedDocument*:ReferencedDocument
  ram:RequisitionerReferencedDocument*:ReferencedDocument ram:BuyerAgentTradeParty?:TradeParty
  ram:PurchaseConditionsReferencedDocument*:ReferencedDocument ram:SpecifiedProcuringProject?:ProcuringProject
  ram:UltimateCustomerOrderReferencedDocument*:ReferencedDocument
HeaderTradeDelivery: ram:RelatedSupplyChainConsignment?:SupplyChainConsignment ram:ShipToTradeParty?:TradeParty
  ram:UltimateShipToTradeParty?:TradeParty ram:ShipFromTradeParty?:TradeParty
  ram:ActualDespatchSupplyChainEvent?:SupplyChainEvent ram:ActualPickUpSupplyChainEvent?:SupplyChainEvent
  ram:ActualDeliverySupplyChainEvent?:SupplyChainEvent ram:ActualReceiptSupplyChainEvent?:SupplyChainEvent
  ram:AdditionalReferencedDocument*:ReferencedDocument ram:DespatchAdviceReferencedDocument?:ReferencedDocument
  ram:ReceivingAdviceReferencedDocument?:ReferencedDocument ram:DeliveryNoteReferencedDocument?:ReferencedDocument
  ram:ConsumptionReportReferencedDocument?:ReferencedDocument ram:PreviousDeliverySupplyChainEvent*:SupplyChainEvent
  ram:PackingListReferencedDocument?:ReferencedDocument
HeaderTradeSettlement: ram:DuePayableAmount* ram:CreditorReferenceTypeCode* ram:CreditorReferenceType*
  ram:CreditorReferenceIssuerID* ram:CreditorReferenceID? ram:PaymentReference* ram:TaxCurrencyCode?:codeUri
  ram:InvoiceCurrencyCode?:codeUri ram:PaymentCurrencyCode?:codeUri ram:InvoiceIssuerReference? ram:InvoiceDateTime?
  ram:NextInvoiceDateTime* ram:CreditReasonCode? ram:CreditReason* ram:InvoicerTradeParty?:TradeParty
  ram:InvoiceeTradeParty?:TradeParty ram:PayeeTradeParty?:TradeParty ram:PayerTradeParty?:TradeParty
  ram:TaxApplicableTradeCurrencyExchange?:TradeCurrencyExchange
  ram:InvoiceApplicableTradeCurrencyExchange?:TradeCurrencyExchange
  ram:PaymentApplicableTradeCurrencyExchange?:TradeCurrencyExchange
  ram:SpecifiedTradeSettlementPaymentMeans*:TradeSettlementPaymentMeans ram:ApplicableTradeTax*:TradeTax
  ram:BillingSpecifiedPeriod?:SpecifiedPeriod ram:SpecifiedTradeAllowanceCharge*:TradeAllowanceCharge
  ram:SubtotalCalculatedTradeTax*:TradeTax ram:SpecifiedLogisticsServiceCharge*:LogisticsServiceCharge
  ram:SpecifiedTradePaymentTerms*:TradePaymentTerms
  ram:SpecifiedTradeSettlementHeaderMonetarySummation?:TradeSettlementHeaderMonetarySummation
  ram:SpecifiedFinancialAdjustment*:FinancialAdjustment ram:InvoiceReferencedDocument?:ReferencedDocument
  ram:ProFormaInvoiceReferencedDocument?:ReferencedDocument ram:LetterOfCreditReferencedDocument?:ReferencedDocument
  ram:FactoringAgreementReferencedDocument*:ReferencedDocument ram:FactoringListReferencedDocument*:ReferencedDocument
  ram:PayableSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:ReceivableSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:PurchaseSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:SalesSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:SpecifiedTradeSettlementFinancialCard*:TradeSettlementFinancialCard ram:SpecifiedAdvancePayment*:AdvancePayment
  ram:UltimatePayeeTradeParty?:TradeParty
Indicator: | udt:IndicatorString:textMitFormat udt:Indicator:wahl
LegalOrganization: ram:LegalClassificationCode? ram:Name? ram:ID? ram:TradingBusinessName? ram:PostalTradeAddress?:TradeAddress
  ram:AuthorizedLegalRegistration*:LegalRegistration
LegalRegistration: ram:TypeCode? ram:ID?
LineTradeAgreement: ram:BuyerReference? ram:BuyerRequisitionerTradeParty*:TradeParty
  ram:ApplicableTradeDeliveryTerms?:TradeDeliveryTerms ram:SellerOrderReferencedDocument?:ReferencedDocument
  ram:BuyerOrderReferencedDocument?:ReferencedDocument ram:QuotationReferencedDocument?:ReferencedDocument
  ram:ContractReferencedDocument?:ReferencedDocument ram:DemandForecastReferencedDocument?:ReferencedDocument
  ram:PromotionalDealReferencedDocument?:ReferencedDocument ram:AdditionalReferencedDocument*:ReferencedDocument
  ram:GrossPriceProductTradePrice?:TradePrice ram:NetPriceProductTradePrice?:TradePrice
  ram:RequisitionerReferencedDocument*:ReferencedDocument ram:ItemSellerTradeParty?:TradeParty
  ram:ItemBuyerTradeParty?:TradeParty ram:IncludedSpecifiedMarketplace?:SpecifiedMarketplace
  ram:UltimateCustomerOrderReferencedDocument*:ReferencedDocument
LineTradeDelivery: ram:RequestedQuantity? ram:ReceivedQuantity? ram:BilledQuantity? ram:ChargeFreeQuantity? ram:PackageQuantity?
  ram:ProductUnitQuantity? ram:PerPackageUnitQuantity? ram:NetWeightMeasure? ram:GrossWeightMeasure?
  ram:TheoreticalWeightMeasure? ram:DespatchedQuantity? ram:SpecifiedDeliveryAdjustment*:DeliveryAdjustment
  ram:IncludedSupplyChainPackaging*:SupplyChainPackaging ram:RelatedSupplyChainConsignment?:SupplyChainConsignment
  ram:ShipToTradeParty?:TradeParty ram:UltimateShipToTradeParty?:TradeParty ram:ShipFromTradeParty?:TradeParty
  ram:ActualDespatchSupplyChainEvent?:SupplyChainEvent ram:ActualPickUpSupplyChainEvent?:SupplyChainEvent
  ram:RequestedDeliverySupplyChainEvent?:SupplyChainEvent ram:ActualDeliverySupplyChainEvent?:SupplyChainEvent
  ram:ActualReceiptSupplyChainEvent?:SupplyChainEvent ram:AdditionalReferencedDocument*:ReferencedDocument
  ram:DespatchAdviceReferencedDocument?:ReferencedDocument ram:ReceivingAdviceReferencedDocument?:ReferencedDocument
  ram:DeliveryNoteReferencedDocument?:ReferencedDocument ram:ConsumptionReportReferencedDocument?:ReferencedDocument
  ram:PackingListReferencedDocument?:ReferencedDocument
LineTradeSettlement: ram:PaymentReference* ram:InvoiceIssuerReference? ram:TotalAdjustmentAmount? ram:DiscountIndicator?
  ram:ApplicableTradeTax*:TradeTax ram:BillingSpecifiedPeriod?:SpecifiedPeriod
  ram:SpecifiedTradeAllowanceCharge*:TradeAllowanceCharge ram:SubtotalCalculatedTradeTax*:TradeTax
  ram:SpecifiedLogisticsServiceCharge*:LogisticsServiceCharge ram:SpecifiedTradePaymentTerms*:TradePaymentTerms
  ram:SpecifiedTradeSettlementLineMonetarySummation?:TradeSettlementLineMonetarySummation
  ram:SpecifiedFinancialAdjustment*:FinancialAdjustment ram:InvoiceReferencedDocument?:ReferencedDocument
  ram:AdditionalReferencedDocument*:ReferencedDocument ram:PayableSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:ReceivableSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:PurchaseSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:SalesSpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:SpecifiedTradeSettlementFinancialCard?:TradeSettlementFinancialCard
LogisticsLocation: ram:ID? ram:Name* ram:TypeCode? ram:Description* ram:PhysicalGeographicalCoordinate?:GeographicalCoordinate
  ram:PostalTradeAddress?:TradeAddress
LogisticsServiceCharge: ram:ID?:kennungKurz ram:Description* ram:PaymentArrangementCode? ram:TariffClassCode?:codeName
  ram:ChargeCategoryCode? ram:ServiceCategoryCode? ram:DisbursementAmount* ram:AppliedAmount* ram:AllowanceCharge?
  ram:PayingPartyRoleCode?:codeName ram:CalculationBasisCode?:codeName ram:CalculationBasis? ram:TransportPaymentMethodCode?
  ram:PaymentPlaceLogisticsLocation?:LogisticsLocation ram:AppliedFromLogisticsLocation?:LogisticsLocation
  ram:AppliedToLogisticsLocation?:LogisticsLocation ram:AppliedTradeTax*:TradeTax
LogisticsTransportEquipment: ram:ID? ram:LoadingLengthMeasure? ram:CategoryCode?:codeName ram:CharacteristicCode?:codeName
  ram:UsedCapacityCode?:codeName ram:LinearSpatialDimension?:SpatialDimension
LogisticsTransportMeans: ram:TypeCode?:codeName ram:Type? ram:ID? ram:Name? ram:OwnerTradeParty?:TradeParty
LogisticsTransportMovement: ram:StageCode?:codeName ram:ModeCode?:codeName ram:Mode?
  ram:UsedLogisticsTransportMeans?:LogisticsTransportMeans
MaterialGoodsCharacteristic: ram:Description* ram:TypeCode? ram:ProportionalConstituentPercent?
  ram:AbsolutePresenceWeightMeasure? ram:AbsolutePresenceVolumeMeasure?
Note: ram:Subject? ram:ContentCode? ram:Content* ram:SubjectCode? ram:ID?
`;
