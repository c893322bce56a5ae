/**
 * The types of UBL 2.1 (OASIS Standard) that an invoice or a credit note can reach, A to L. A line a type: its elements in
 * their order; `?` at most once, `*` any number, `+` at least once, else exactly once. In brackets: elements of that type that
 * are called otherwise.
 */
export const ublErsterTeil = `
Address (cac:ApplicableAddress cac:ApplicableTerritoryAddress cac:DeliveryAddress cac:DespatchAddress
  cac:JurisdictionRegionAddress cac:LocationAddress cac:OriginAddress cac:PostalAddress cac:RegistrationAddress
  cac:ResidenceAddress cac:ReturnAddress): cbc:ID? cbc:AddressTypeCode? cbc:AddressFormatCode? cbc:Postbox? cbc:Floor? cbc:Room?
  cbc:StreetName? cbc:AdditionalStreetName? cbc:BlockName? cbc:BuildingName? cbc:BuildingNumber? cbc:InhouseMail?
  cbc:Department? cbc:MarkAttention? cbc:MarkCare? cbc:PlotIdentification? cbc:CitySubdivisionName? cbc:CityName?
  cbc:PostalZone? cbc:CountrySubentity? cbc:CountrySubentityCode? cbc:Region? cbc:District? cbc:TimezoneOffset? cac:AddressLine*
  cac:Country? cac:LocationCoordinate*
AddressLine: cbc:Line
AirTransport: cbc:AircraftID
AllowanceCharge (cac:ExtraAllowanceCharge cac:FreightAllowanceCharge cac:ServiceAllowanceCharge): cbc:ID? cbc:ChargeIndicator
  cbc:AllowanceChargeReasonCode? cbc:AllowanceChargeReason* cbc:MultiplierFactorNumeric? cbc:PrepaidIndicator?
  cbc:SequenceNumeric? cbc:Amount cbc:BaseAmount? cbc:AccountingCostCode? cbc:AccountingCost? cbc:PerUnitAmount?
  cac:TaxCategory* cac:TaxTotal? cac:PaymentMeans*
Attachment (cac:DigitalSignatureAttachment): cbc:EmbeddedDocumentBinaryObject? cac:ExternalReference?
BillingReference: cac:InvoiceDocumentReference? cac:SelfBilledInvoiceDocumentReference? cac:CreditNoteDocumentReference?
  cac:SelfBilledCreditNoteDocumentReference? cac:DebitNoteDocumentReference? cac:ReminderDocumentReference?
  cac:AdditionalDocumentReference? cac:BillingReferenceLine*
BillingReferenceLine: cbc:ID cbc:Amount? cac:AllowanceCharge*
Branch (cac:FinancialInstitutionBranch): cbc:ID? cbc:Name? cac:FinancialInstitution? cac:Address?
CardAccount: cbc:PrimaryAccountNumberID cbc:NetworkID cbc:CardTypeCode? cbc:ValidityStartDate? cbc:ExpiryDate? cbc:IssuerID?
  cbc:IssueNumberID? cbc:CV2ID? cbc:CardChipCode? cbc:ChipApplicationID? cbc:HolderName?
Certificate: cbc:ID cbc:CertificateTypeCode cbc:CertificateType cbc:Remarks* cac:IssuerParty cac:DocumentReference*
  cac:Signature*
Clause: cbc:ID? cbc:Content*
CommodityClassification (cac:SupportedCommodityClassification cac:UnsupportedCommodityClassification): cbc:NatureCode?
  cbc:CargoTypeCode? cbc:CommodityCode? cbc:ItemClassificationCode?
Communication (cac:OtherCommunication): cbc:ChannelCode? cbc:Channel? cbc:Value?
Condition: cbc:AttributeID cbc:Measure? cbc:Description* cbc:MinimumMeasure? cbc:MaximumMeasure?
Consignment (cac:ChildConsignment): cbc:ID cbc:CarrierAssignedID? cbc:ConsigneeAssignedID? cbc:ConsignorAssignedID?
  cbc:FreightForwarderAssignedID? cbc:BrokerAssignedID? cbc:ContractedCarrierAssignedID? cbc:PerformingCarrierAssignedID?
  cbc:SummaryDescription* cbc:TotalInvoiceAmount? cbc:DeclaredCustomsValueAmount? cbc:TariffDescription* cbc:TariffCode?
  cbc:InsurancePremiumAmount? cbc:GrossWeightMeasure? cbc:NetWeightMeasure? cbc:NetNetWeightMeasure?
  cbc:ChargeableWeightMeasure? cbc:GrossVolumeMeasure? cbc:NetVolumeMeasure? cbc:LoadingLengthMeasure? cbc:Remarks*
  cbc:HazardousRiskIndicator? cbc:AnimalFoodIndicator? cbc:HumanFoodIndicator? cbc:LivestockIndicator? cbc:BulkCargoIndicator?
  cbc:ContainerizedIndicator? cbc:GeneralCargoIndicator? cbc:SpecialSecurityIndicator? cbc:ThirdPartyPayerIndicator?
  cbc:CarrierServiceInstructions* cbc:CustomsClearanceServiceInstructions* cbc:ForwarderServiceInstructions*
  cbc:SpecialServiceInstructions* cbc:SequenceID? cbc:ShippingPriorityLevelCode? cbc:HandlingCode? cbc:HandlingInstructions*
  cbc:Information* cbc:TotalGoodsItemQuantity? cbc:TotalTransportHandlingUnitQuantity? cbc:InsuranceValueAmount?
  cbc:DeclaredForCarriageValueAmount? cbc:DeclaredStatisticsValueAmount? cbc:FreeOnBoardValueAmount? cbc:SpecialInstructions*
  cbc:SplitConsignmentIndicator? cbc:DeliveryInstructions* cbc:ConsignmentQuantity? cbc:ConsolidatableIndicator?
  cbc:HaulageInstructions* cbc:LoadingSequenceID? cbc:ChildConsignmentQuantity? cbc:TotalPackagesQuantity?
  cac:ConsolidatedShipment* cac:CustomsDeclaration* cac:RequestedPickupTransportEvent? cac:RequestedDeliveryTransportEvent?
  cac:PlannedPickupTransportEvent? cac:PlannedDeliveryTransportEvent? cac:Status* cac:ChildConsignment* cac:ConsigneeParty?
  cac:ExporterParty? cac:ConsignorParty? cac:ImporterParty? cac:CarrierParty? cac:FreightForwarderParty? cac:NotifyParty?
  cac:OriginalDespatchParty? cac:FinalDeliveryParty? cac:PerformingCarrierParty? cac:SubstituteCarrierParty?
  cac:LogisticsOperatorParty? cac:TransportAdvisorParty? cac:HazardousItemNotificationParty? cac:InsuranceParty?
  cac:MortgageHolderParty? cac:BillOfLadingHolderParty? cac:OriginalDepartureCountry? cac:FinalDestinationCountry?
  cac:TransitCountry* cac:TransportContract? cac:TransportEvent* cac:OriginalDespatchTransportationService?
  cac:FinalDeliveryTransportationService? cac:DeliveryTerms? cac:PaymentTerms? cac:CollectPaymentTerms?
  cac:DisbursementPaymentTerms? cac:PrepaidPaymentTerms? cac:FreightAllowanceCharge* cac:ExtraAllowanceCharge*
  cac:MainCarriageShipmentStage* cac:PreCarriageShipmentStage* cac:OnCarriageShipmentStage* cac:TransportHandlingUnit*
  cac:FirstArrivalPortLocation? cac:LastExitPortLocation?
Contact (cac:AccountingContact cac:BuyerContact cac:DeliveryContact cac:DespatchContact cac:SellerContact): cbc:ID? cbc:Name?
  cbc:Telephone? cbc:Telefax? cbc:ElectronicMail? cbc:Note* cac:OtherCommunication*
Contract (cac:ForeignExchangeContract cac:TransportContract): cbc:ID? cbc:IssueDate? cbc:IssueTime? cbc:NominationDate?
  cbc:NominationTime? cbc:ContractTypeCode? cbc:ContractType? cbc:Note* cbc:VersionID? cbc:Description* cac:ValidityPeriod?
  cac:ContractDocumentReference* cac:NominationPeriod? cac:ContractualDelivery?
CorporateRegistrationScheme: cbc:ID? cbc:Name? cbc:CorporateRegistrationTypeCode? cac:JurisdictionRegionAddress*
Country (cac:ExportCountry cac:FinalDestinationCountry cac:OriginCountry cac:OriginalDepartureCountry cac:TransitCountry):
  cbc:IdentificationCode? cbc:Name?
CreditAccount: cbc:AccountID
CreditNote: ext:UBLExtensions? cbc:UBLVersionID? cbc:CustomizationID? cbc:ProfileID? cbc:ProfileExecutionID? cbc:ID
  cbc:CopyIndicator? cbc:UUID? cbc:IssueDate cbc:IssueTime? cbc:TaxPointDate? cbc:CreditNoteTypeCode? cbc:Note*
  cbc:DocumentCurrencyCode? cbc:TaxCurrencyCode? cbc:PricingCurrencyCode? cbc:PaymentCurrencyCode?
  cbc:PaymentAlternativeCurrencyCode? cbc:AccountingCostCode? cbc:AccountingCost? cbc:LineCountNumeric? cbc:BuyerReference?
  cac:InvoicePeriod* cac:DiscrepancyResponse* cac:OrderReference? cac:BillingReference* cac:DespatchDocumentReference*
  cac:ReceiptDocumentReference* cac:ContractDocumentReference* cac:AdditionalDocumentReference* cac:StatementDocumentReference*
  cac:OriginatorDocumentReference* cac:Signature* cac:AccountingSupplierParty cac:AccountingCustomerParty cac:PayeeParty?
  cac:BuyerCustomerParty? cac:SellerSupplierParty? cac:TaxRepresentativeParty? cac:Delivery* cac:DeliveryTerms*
  cac:PaymentMeans* cac:PaymentTerms* cac:TaxExchangeRate? cac:PricingExchangeRate? cac:PaymentExchangeRate?
  cac:PaymentAlternativeExchangeRate? cac:AllowanceCharge* cac:TaxTotal* cac:LegalMonetaryTotal cac:CreditNoteLine+
CreditNoteLine (cac:SubCreditNoteLine): cbc:ID cbc:UUID? cbc:Note* cbc:CreditedQuantity? cbc:LineExtensionAmount?
  cbc:TaxPointDate? cbc:AccountingCostCode? cbc:AccountingCost? cbc:PaymentPurposeCode? cbc:FreeOfChargeIndicator?
  cac:InvoicePeriod* cac:OrderLineReference* cac:DiscrepancyResponse* cac:DespatchLineReference* cac:ReceiptLineReference*
  cac:BillingReference* cac:DocumentReference* cac:PricingReference? cac:OriginatorParty? cac:Delivery* cac:PaymentTerms*
  cac:TaxTotal* cac:AllowanceCharge* cac:Item? cac:Price? cac:DeliveryTerms* cac:SubCreditNoteLine* cac:ItemPriceExtension?
CustomerParty (cac:AccountingCustomerParty cac:BuyerCustomerParty): cbc:CustomerAssignedAccountID?
  cbc:SupplierAssignedAccountID? cbc:AdditionalAccountID* cac:Party? cac:DeliveryContact? cac:AccountingContact?
  cac:BuyerContact?
CustomsDeclaration: cbc:ID cac:IssuerParty?
Delivery (cac:ContractualDelivery): cbc:ID? cbc:Quantity? cbc:MinimumQuantity? cbc:MaximumQuantity? cbc:ActualDeliveryDate?
  cbc:ActualDeliveryTime? cbc:LatestDeliveryDate? cbc:LatestDeliveryTime? cbc:ReleaseID? cbc:TrackingID? cac:DeliveryAddress?
  cac:DeliveryLocation? cac:AlternativeDeliveryLocation? cac:RequestedDeliveryPeriod? cac:PromisedDeliveryPeriod?
  cac:EstimatedDeliveryPeriod? cac:CarrierParty? cac:DeliveryParty? cac:NotifyParty* cac:Despatch? cac:DeliveryTerms*
  cac:MinimumDeliveryUnit? cac:MaximumDeliveryUnit? cac:Shipment?
DeliveryTerms: cbc:ID? cbc:SpecialTerms* cbc:LossRiskResponsibilityCode? cbc:LossRisk* cbc:Amount? cac:DeliveryLocation?
  cac:AllowanceCharge?
DeliveryUnit (cac:MaximumDeliveryUnit cac:MinimumDeliveryUnit): cbc:BatchQuantity cbc:ConsumerUnitQuantity?
  cbc:HazardousRiskIndicator?
DependentPriceReference: cbc:Percent? cac:LocationAddress? cac:DependentLineReference?
Despatch: cbc:ID? cbc:RequestedDespatchDate? cbc:RequestedDespatchTime? cbc:EstimatedDespatchDate? cbc:EstimatedDespatchTime?
  cbc:ActualDespatchDate? cbc:ActualDespatchTime? cbc:GuaranteedDespatchDate? cbc:GuaranteedDespatchTime? cbc:ReleaseID?
  cbc:Instructions* cac:DespatchAddress? cac:DespatchLocation? cac:DespatchParty? cac:CarrierParty? cac:NotifyParty*
  cac:Contact? cac:EstimatedDespatchPeriod? cac:RequestedDespatchPeriod?
DespatchLine (cac:HandlingUnitDespatchLine): cbc:ID cbc:UUID? cbc:Note* cbc:LineStatusCode? cbc:DeliveredQuantity?
  cbc:BackorderQuantity? cbc:BackorderReason* cbc:OutstandingQuantity? cbc:OutstandingReason* cbc:OversupplyQuantity?
  cac:OrderLineReference+ cac:DocumentReference* cac:Item cac:Shipment*
Dimension (cac:FloorSpaceMeasurementDimension cac:MeasurementDimension cac:PalletSpaceMeasurementDimension cac:RangeDimension
  cac:TotalCapacityDimension): cbc:AttributeID cbc:Measure? cbc:Description* cbc:MinimumMeasure? cbc:MaximumMeasure?
DocumentReference (cac:AdditionalDocumentReference cac:CatalogueDocumentReference cac:ContractDocumentReference
  cac:CreditNoteDocumentReference cac:DebitNoteDocumentReference cac:DespatchDocumentReference cac:IdentityDocumentReference
  cac:InvoiceDocumentReference cac:ItemSpecificationDocumentReference cac:MandateDocumentReference cac:OriginalDocumentReference
  cac:OriginatorDocumentReference cac:ReceiptDocumentReference cac:RegistryCertificateDocumentReference
  cac:ReminderDocumentReference cac:SelfBilledCreditNoteDocumentReference cac:SelfBilledInvoiceDocumentReference
  cac:ShipmentDocumentReference cac:StatementDocumentReference cac:WorkOrderDocumentReference): cbc:ID cbc:CopyIndicator?
  cbc:UUID? cbc:IssueDate? cbc:IssueTime? cbc:DocumentTypeCode? cbc:DocumentType? cbc:XPath* cbc:LanguageID? cbc:LocaleCode?
  cbc:VersionID? cbc:DocumentStatusCode? cbc:DocumentDescription* cac:Attachment? cac:ValidityPeriod? cac:IssuerParty?
  cac:ResultOfVerification?
EmissionCalculationMethod: cbc:CalculationMethodCode? cbc:FullnessIndicationCode? cac:MeasurementFromLocation?
  cac:MeasurementToLocation?
EnvironmentalEmission: cbc:EnvironmentalEmissionTypeCode cbc:ValueMeasure cbc:Description* cac:EmissionCalculationMethod*
ExchangeRate (cac:PaymentAlternativeExchangeRate cac:PaymentExchangeRate cac:PricingExchangeRate cac:TaxExchangeRate):
  cbc:SourceCurrencyCode cbc:SourceCurrencyBaseRate? cbc:TargetCurrencyCode cbc:TargetCurrencyBaseRate? cbc:ExchangeMarketID?
  cbc:CalculationRate? cbc:MathematicOperatorCode? cbc:Date? cac:ForeignExchangeContract?
ExtensionContent: beliebig
ExternalReference: cbc:URI? cbc:DocumentHash? cbc:HashAlgorithmMethod? cbc:ExpiryDate? cbc:ExpiryTime? cbc:MimeCode?
  cbc:FormatCode? cbc:EncodingCode? cbc:CharacterSetCode? cbc:FileName? cbc:Description*
FinancialAccount (cac:FinancingFinancialAccount cac:PayeeFinancialAccount cac:PayerFinancialAccount): cbc:ID? cbc:Name?
  cbc:AliasName? cbc:AccountTypeCode? cbc:AccountFormatCode? cbc:CurrencyCode? cbc:PaymentNote* cac:FinancialInstitutionBranch?
  cac:Country?
FinancialInstitution: cbc:ID? cbc:Name? cac:Address?
GoodsItem (cac:ContainedGoodsItem): cbc:ID? cbc:SequenceNumberID? cbc:Description* cbc:HazardousRiskIndicator?
  cbc:DeclaredCustomsValueAmount? cbc:DeclaredForCarriageValueAmount? cbc:DeclaredStatisticsValueAmount?
  cbc:FreeOnBoardValueAmount? cbc:InsuranceValueAmount? cbc:ValueAmount? cbc:GrossWeightMeasure? cbc:NetWeightMeasure?
  cbc:NetNetWeightMeasure? cbc:ChargeableWeightMeasure? cbc:GrossVolumeMeasure? cbc:NetVolumeMeasure? cbc:Quantity?
  cbc:PreferenceCriterionCode? cbc:RequiredCustomsID? cbc:CustomsStatusCode? cbc:CustomsTariffQuantity?
  cbc:CustomsImportClassifiedIndicator? cbc:ChargeableQuantity? cbc:ReturnableQuantity? cbc:TraceID? cac:Item*
  cac:GoodsItemContainer* cac:FreightAllowanceCharge* cac:InvoiceLine* cac:Temperature* cac:ContainedGoodsItem*
  cac:OriginAddress? cac:Delivery? cac:Pickup? cac:Despatch? cac:MeasurementDimension* cac:ContainingPackage*
  cac:ShipmentDocumentReference? cac:MinimumTemperature? cac:MaximumTemperature?
GoodsItemContainer: cbc:ID cbc:Quantity? cac:TransportEquipment*
HazardousGoodsTransit: cbc:TransportEmergencyCardCode? cbc:PackingCriteriaCode? cbc:HazardousRegulationCode?
  cbc:InhalationToxicityZoneCode? cbc:TransportAuthorizationCode? cac:MaximumTemperature? cac:MinimumTemperature?
HazardousItem: cbc:ID? cbc:PlacardNotation? cbc:PlacardEndorsement? cbc:AdditionalInformation* cbc:UNDGCode?
  cbc:EmergencyProceduresCode? cbc:MedicalFirstAidGuideCode? cbc:TechnicalName? cbc:CategoryName? cbc:HazardousCategoryCode?
  cbc:UpperOrangeHazardPlacardID? cbc:LowerOrangeHazardPlacardID? cbc:MarkingID? cbc:HazardClassID? cbc:NetWeightMeasure?
  cbc:NetVolumeMeasure? cbc:Quantity? cac:ContactParty? cac:SecondaryHazard* cac:HazardousGoodsTransit*
  cac:EmergencyTemperature? cac:FlashpointTemperature? cac:AdditionalTemperature*
Invoice: ext:UBLExtensions? cbc:UBLVersionID? cbc:CustomizationID? cbc:ProfileID? cbc:ProfileExecutionID? cbc:ID
  cbc:CopyIndicator? cbc:UUID? cbc:IssueDate cbc:IssueTime? cbc:DueDate? cbc:InvoiceTypeCode? cbc:Note* cbc:TaxPointDate?
  cbc:DocumentCurrencyCode? cbc:TaxCurrencyCode? cbc:PricingCurrencyCode? cbc:PaymentCurrencyCode?
  cbc:PaymentAlternativeCurrencyCode? cbc:AccountingCostCode? cbc:AccountingCost? cbc:LineCountNumeric? cbc:BuyerReference?
  cac:InvoicePeriod* cac:OrderReference? cac:BillingReference* cac:DespatchDocumentReference* cac:ReceiptDocumentReference*
  cac:StatementDocumentReference* cac:OriginatorDocumentReference* cac:ContractDocumentReference*
  cac:AdditionalDocumentReference* cac:ProjectReference* cac:Signature* cac:AccountingSupplierParty cac:AccountingCustomerParty
  cac:PayeeParty? cac:BuyerCustomerParty? cac:SellerSupplierParty? cac:TaxRepresentativeParty? cac:Delivery* cac:DeliveryTerms?
  cac:PaymentMeans* cac:PaymentTerms* cac:PrepaidPayment* cac:AllowanceCharge* cac:TaxExchangeRate? cac:PricingExchangeRate?
  cac:PaymentExchangeRate? cac:PaymentAlternativeExchangeRate? cac:TaxTotal* cac:WithholdingTaxTotal* cac:LegalMonetaryTotal
  cac:InvoiceLine+
InvoiceLine (cac:SubInvoiceLine): cbc:ID cbc:UUID? cbc:Note* cbc:InvoicedQuantity? cbc:LineExtensionAmount cbc:TaxPointDate?
  cbc:AccountingCostCode? cbc:AccountingCost? cbc:PaymentPurposeCode? cbc:FreeOfChargeIndicator? cac:InvoicePeriod*
  cac:OrderLineReference* cac:DespatchLineReference* cac:ReceiptLineReference* cac:BillingReference* cac:DocumentReference*
  cac:PricingReference? cac:OriginatorParty? cac:Delivery* cac:PaymentTerms* cac:AllowanceCharge* cac:TaxTotal*
  cac:WithholdingTaxTotal* cac:Item cac:Price? cac:DeliveryTerms? cac:SubInvoiceLine* cac:ItemPriceExtension?
Item: cbc:Description* cbc:PackQuantity? cbc:PackSizeNumeric? cbc:CatalogueIndicator? cbc:Name? cbc:HazardousRiskIndicator?
  cbc:AdditionalInformation* cbc:Keyword* cbc:BrandName* cbc:ModelName* cac:BuyersItemIdentification?
  cac:SellersItemIdentification? cac:ManufacturersItemIdentification* cac:StandardItemIdentification?
  cac:CatalogueItemIdentification? cac:AdditionalItemIdentification* cac:CatalogueDocumentReference?
  cac:ItemSpecificationDocumentReference* cac:OriginCountry? cac:CommodityClassification* cac:TransactionConditions*
  cac:HazardousItem* cac:ClassifiedTaxCategory* cac:AdditionalItemProperty* cac:ManufacturerParty*
  cac:InformationContentProviderParty? cac:OriginAddress* cac:ItemInstance* cac:Certificate* cac:Dimension*
ItemIdentification (cac:AdditionalItemIdentification cac:BuyersItemIdentification cac:CatalogueItemIdentification
  cac:ManufacturersItemIdentification cac:SellersItemIdentification cac:StandardItemIdentification): cbc:ID cbc:ExtendedID?
  cbc:BarcodeSymbologyID? cac:PhysicalAttribute* cac:MeasurementDimension* cac:IssuerParty?
ItemInstance: cbc:ProductTraceID? cbc:ManufactureDate? cbc:ManufactureTime? cbc:BestBeforeDate? cbc:RegistrationID?
  cbc:SerialID? cac:AdditionalItemProperty* cac:LotIdentification?
ItemLocationQuantity (cac:OriginalItemLocationQuantity): cbc:LeadTimeMeasure? cbc:MinimumQuantity? cbc:MaximumQuantity?
  cbc:HazardousRiskIndicator? cbc:TradingRestrictions* cac:ApplicableTerritoryAddress* cac:Price? cac:DeliveryUnit*
  cac:ApplicableTaxCategory* cac:Package? cac:AllowanceCharge* cac:DependentPriceReference?
ItemProperty (cac:AdditionalItemProperty): cbc:ID? cbc:Name cbc:NameCode? cbc:TestMethod? cbc:Value? cbc:ValueQuantity?
  cbc:ValueQualifier* cbc:ImportanceCode? cbc:ListValue* cac:UsabilityPeriod? cac:ItemPropertyGroup* cac:RangeDimension?
  cac:ItemPropertyRange?
ItemPropertyGroup: cbc:ID cbc:Name? cbc:ImportanceCode?
ItemPropertyRange: cbc:MinimumValue? cbc:MaximumValue?
Language: cbc:ID? cbc:Name? cbc:LocaleCode?
LineReference (cac:DependentLineReference cac:DespatchLineReference cac:ReceiptLineReference): cbc:LineID cbc:UUID?
  cbc:LineStatusCode? cac:DocumentReference?
Location (cac:AlternativeDeliveryLocation cac:DeliveryLocation cac:DespatchLocation cac:FirstArrivalPortLocation
  cac:FreightChargeLocation cac:LastExitPortLocation cac:LoadingLocation cac:LoadingPortLocation cac:MeasurementFromLocation
  cac:MeasurementToLocation cac:PhysicalLocation cac:PickupLocation cac:RegistryPortLocation cac:StorageLocation
  cac:SubsidiaryLocation cac:TransshipPortLocation cac:UnloadingLocation cac:UnloadingPortLocation): cbc:ID? cbc:Description*
  cbc:Conditions* cbc:CountrySubentity? cbc:CountrySubentityCode? cbc:LocationTypeCode? cbc:InformationURI? cbc:Name?
  cac:ValidityPeriod* cac:Address? cac:SubsidiaryLocation* cac:LocationCoordinate*
LocationCoordinate: cbc:CoordinateSystemCode? cbc:LatitudeDegreesMeasure? cbc:LatitudeMinutesMeasure? cbc:LatitudeDirectionCode?
  cbc:LongitudeDegreesMeasure? cbc:LongitudeMinutesMeasure? cbc:LongitudeDirectionCode? cbc:AltitudeMeasure?
LotIdentification: cbc:LotNumberID? cbc:ExpiryDate? cac:AdditionalItemProperty*
`;
